#!/usr/bin/env node
// No static import and no new syntax here: an old Node has to get as far as the sentence below.
if (parseInt(process.versions.node, 10) < 20) {
  process.stderr.write('backprop-tutor needs Node.js 20 or newer; this is ' + process.version + '.\n');
  process.exitCode = 2;
} else {
  import('../dist/load.js').then(start);
}

function start(program) {
  program.start();
}
