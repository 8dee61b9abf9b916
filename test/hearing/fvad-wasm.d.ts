/** The part of the WebRTC detector the benchmark calls; the package ships no types. */
declare module '@echogarden/fvad-wasm' {
  export interface Fvad {
    readonly HEAP16: Int16Array;
    _malloc(bytes: number): number;
    _free(pointer: number): void;
    _fvad_new(): number;
    _fvad_free(instance: number): void;
    _fvad_set_mode(instance: number, mode: number): number;
    _fvad_set_sample_rate(instance: number, rateHz: number): number;
    /** 1 speech, 0 none, −1 a wrong frame length. */
    _fvad_process(instance: number, frame: number, samples: number): number;
  }
  export default function createFvad(): Promise<Fvad>;
}
