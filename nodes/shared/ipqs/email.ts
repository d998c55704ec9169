/** No address is longer (RFC 5321, 4.5.3.1.3). */
const LONGEST = 254;

const ADDRESS = /^[^\s@<>()[\],;:\\"]+@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,}$/u;

/** Whether text may be an e-mail address; whether it exists is what IPQS is asked. */
export const isEmailAddress = (text: string): boolean => text.length <= LONGEST && ADDRESS.test(text);
