/** What a reader has looked for in one object. */
interface Reading {
  /** The names it asked for, whether the object has them or not. */
  names: Set<string>;
  /** True when it listed the names instead: any name is allowed. */
  isListed: boolean;
  watched: object;
}

interface FieldReadings {
  /** Stands for the data, and notes what is read of it. */
  watched: object;
  readings: ReadonlyMap<object, Reading>;
}

/**
 * Data that notes which fields are read of it. The compiled schemas of kubernetes-models let unknown fields pass, but
 * they ask every object for each field that they know; so a field that is never asked for is unknown to them.
 */
export function readFields(data: object): FieldReadings {
  const readings = new Map<object, Reading>();
  function watch<T>(value: T): T {
    if (typeof value !== 'object' || value === null) return value;
    const seen = readings.get(value);
    if (seen) return seen.watched as T;
    const reading: Reading = { names: new Set(), isListed: false, watched: {} };
    reading.watched = new Proxy(value, {
      get(target, name) {
        if (typeof name === 'string') reading.names.add(name);
        return watch(Reflect.get(target, name) as unknown);
      },
      has(target, name) {
        if (typeof name === 'string') reading.names.add(name);
        return Reflect.has(target, name);
      },
      ownKeys(target) {
        reading.isListed = true;
        return Reflect.ownKeys(target);
      },
    });
    readings.set(value, reading);
    return reading.watched as T;
  }
  return { watched: watch(data), readings };
}

/** The fields that were never asked for, with the names that were. Objects of which nothing was read are free-form. */
export function unreadFields(
  data: unknown,
  fields: FieldReadings,
  path: (string | number)[] = [],
): { path: (string | number)[]; known: string[] }[] {
  if (typeof data !== 'object' || data === null) return [];
  const reading = fields.readings.get(data);
  if (!reading) return [];
  if (Array.isArray(data)) return data.flatMap((item, index) => unreadFields(item, fields, [...path, index]));
  const isOpen = reading.isListed || reading.names.size === 0;
  return Object.entries(data).flatMap(([name, value]) =>
    isOpen || reading.names.has(name)
      ? unreadFields(value, fields, [...path, name])
      : [{ path: [...path, name], known: [...reading.names] }],
  );
}
