import fc from 'fast-check';

// The same examples on every run, so that a red test is red for everybody; `PROPERTY_SEED=$RANDOM npm test` looks elsewhere.
fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 20_260_314) });
