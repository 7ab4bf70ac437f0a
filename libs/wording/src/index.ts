export * from './catalogue';
export * from './format';
export * from './portfolio';
export * from './scoring';
export * from './sentence';
export * from './web';
