// What the bundler puts in the place of imports that are not code.

declare module '*.css' {
  const text: string;
  export default text;
}
