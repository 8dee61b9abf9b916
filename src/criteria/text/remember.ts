/** The same function, which works each key out once and keeps the answer for as long as the key lives. */
export function remember<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    const kept = known.get(key);
    if (kept !== undefined) return kept.value;
    const value = make(key);
    known.set(key, { value });
    return value;
  };
}

/** Like `remember`, for a function of a text, with at most `most` answers kept before it starts afresh. */
export function rememberTexts<V>(make: (text: string) => V, most: number): (text: string) => V {
  const known = new Map<string, { readonly value: V }>();
  return (text) => {
    const kept = known.get(text);
    if (kept !== undefined) return kept.value;
    const value = make(text);
    if (known.size >= most) known.clear();
    known.set(text, { value });
    return value;
  };
}
