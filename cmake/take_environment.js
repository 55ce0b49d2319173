// A test program under Node knows the variables that it was started with.
Module['preRun'] = [() => Object.assign(ENV, process.env)];
