export * from './catalogue';
export * from './format';
export * from './scoring';
export * from './sentence';
export * from './web';
