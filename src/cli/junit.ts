/** One case of a JUnit report; without failures it passed. */
export interface JunitCase {
  readonly name: string;
  readonly failures: readonly string[];
}

/** A report in the XML that continuous integration reads. */
export function junitReport(suite: string, cases: readonly JunitCase[]): string {
  const failed = cases.filter(({ failures }) => failures.length > 0).length;
  const lines = cases.map(({ name, failures }) => {
    const head = `    <testcase name="${xml(name)}" classname="${xml(suite)}"`;
    if (failures.length === 0) return `${head}/>`;
    const body = `<failure message="${xml(failures[0]!)}">${xml(failures.join('\n'))}</failure>`;
    return `${head}>${body}</testcase>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites tests="${cases.length}" failures="${failed}">`,
    `  <testsuite name="${xml(suite)}" tests="${cases.length}" failures="${failed}">`,
    ...lines,
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as XML holds it; control characters, which XML can't hold, are left out. */
function xml(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '').replace(/[&<>"]/g, (sign) => entities[sign]!);
}
