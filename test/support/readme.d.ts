export const readme: string;
export const sources: (module: string) => object;
