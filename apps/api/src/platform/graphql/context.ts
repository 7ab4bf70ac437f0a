import { Loaders, type RequestContext } from './loaders';

/** A fresh set of loaders for every request. */
export const requestContext = (): RequestContext => ({ loaders: new Loaders() });
