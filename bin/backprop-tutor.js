#!/usr/bin/env node
// No new syntax here: an old Node has to get as far as the sentence below.
if (parseInt(process.versions.node, 10) < 20) {
  process.stderr.write('backprop-tutor needs Node.js 20 or newer; this is ' + process.version + '.\n');
  process.exitCode = 2;
} else {
  require('../dist/load.cjs').start();
}
