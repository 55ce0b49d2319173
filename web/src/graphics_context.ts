// Does a canvas get WebGL 2?

/** Gives back at once what it got. */
export function givesContext(canvas: HTMLCanvasElement | OffscreenCanvas): boolean {
  const context = canvas.getContext('webgl2') as WebGL2RenderingContext | null;
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return context !== null;
}
