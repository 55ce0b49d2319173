// Where a policy wants the address of a script vouched for (Trusted Types), how is that of a worker of ours?

interface Policies {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): { createScriptURL(url: string): string };
}

/** `name`: of the policy, for pages that list those they allow. Throws where it is not allowed. */
export function vouchedFor(url: string, name: string): string {
  const { trustedTypes } = globalThis as unknown as { trustedTypes?: Policies };
  return trustedTypes?.createPolicy(name, { createScriptURL: (asked) => asked }).createScriptURL(url) ?? url;
}
