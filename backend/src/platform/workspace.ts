/** Until there are accounts, everything belongs to this one workspace. */
export const DEMO_WORKSPACE = 'demo';
