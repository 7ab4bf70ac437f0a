export * from './contribution-bar';
export * from './frontier';
export * from './palette';
export * from './share-bars';
export * from './matrix';
export * from './time-axis';
export * from './share-of-way';
