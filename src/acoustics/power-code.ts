/** Codes a natural-logarithm unit: half decibels of a power. */
const codesPerNeper = 20 / Math.LN10;
/** Rounding of the code of a mean square of 1. */
const topCode = 255.5;
/** Powers under 2⁻⁴³ are under the lowest code. */
const lowestExponent = 1023 - 43;
/** Cells of a doubling: each is narrower than one code. */
const cellBits = 4;
const cellShift = 20 - cellBits;
const firstCell = lowestExponent << cellBits;

/** The least power of each code. */
const leastOf = Float64Array.from({ length: 257 }, (_, code) => Math.exp((code - topCode) / codesPerNeper));
const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);
/** Code at the lower end of each cell, from 2⁻⁴³ to 2³. */
const codeAt = Uint8Array.from({ length: 46 << cellBits }, (_, cell) => {
  const lowEnd = 2 ** ((cell >> cellBits) - 43) * (1 + (cell & ((1 << cellBits) - 1)) / (1 << cellBits));
  return Math.min(255, Math.max(0, Math.floor(topCode + codesPerNeper * Math.log(lowEnd))));
});

/** The level code (0.5 dB a step, 255 is 0 dB) of a power: the logarithm, rounded, out of a table. */
export function powerCode(power: number): number {
  float[0] = power;
  const cell = ((words[1] as number) >>> cellShift) - firstCell;
  if (cell < 0) return 0;
  const code = cell < codeAt.length ? (codeAt[cell] as number) : 255;
  return code < 255 && power >= (leastOf[code + 1] as number) ? code + 1 : code;
}
