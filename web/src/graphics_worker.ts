// Does a worker of this browser get WebGL 2? Its answer comes when the browser's graphics are awake.
import { givesContext } from './graphics_context.ts';

postMessage(typeof OffscreenCanvas === 'function' && givesContext(new OffscreenCanvas(1, 1)));
