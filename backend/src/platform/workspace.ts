/** The workspace of the demo account; before there were accounts, everything belonged to it. */
export const DEMO_WORKSPACE = '00000000-0000-4000-8000-00000000de30';
