/**
 * A function of an object that never changes, worked out once for each: questions are judged and diagnosed many times
 * over, by learners who try again and by tests that try everything.
 */
export function remember<Key extends object, Value>(work: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, Value>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = work(key);
      known.set(key, value);
    }
    return value;
  };
}
