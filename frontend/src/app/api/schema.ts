// Generated from docs/reference/openapi.json; never edited by hand.
export interface paths {
    "/api/v1/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open an account; a mail asks to confirm the address */
        post: operations["register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in; the refresh token comes as a cookie */
        post: operations["login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Exchange the refresh cookie for a new access token and cookie */
        post: operations["refresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign this device out */
        post: operations["logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/verify-email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm an address with the link that was sent */
        post: operations["verifyEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/request-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have a link sent to choose a new password */
        post: operations["requestPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Choose a password with the link that was sent */
        post: operations["resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in */
        get: operations["getMe"];
        put?: never;
        post?: never;
        /**
         * Close the account and erase the person, for ever
         * @description Destroys the key that makes personal texts readable, in every copy of the log. What was done stays, as done by an erased person. A workspace without other members goes with it.
         */
        delete: operations["eraseMe"];
        options?: never;
        head?: never;
        /** Be called something else */
        patch: operations["rename"];
        trace?: never;
    };
    "/api/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Choose another password; other devices are signed out */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/email-proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have the link that proves the address sent again */
        post: operations["requestEmailProof"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Devices that are signed in */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign a device out */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Get a secret for an authenticator; confirm it within ten minutes */
        post: operations["beginSecondFactor"];
        /** Be asked for no code any more; needs a code or the password */
        delete: operations["endSecondFactor"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/second-factor/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have a code asked for at each sign-in from now on */
        post: operations["confirmSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/second-factor/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Get ten new recovery codes; the old ones are good no more */
        post: operations["renewRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Through whom one can sign in here */
        get: operations["listProviders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/oauth/{provider}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open this in the browser to sign in through a provider */
        get: operations["signInThrough"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/oauth/{provider}/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a provider sends the browser back to */
        get: operations["cameBackFrom"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/oauth/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send the code that the account asks for after a provider vouched */
        post: operations["finishSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/identities/{provider}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to link a provider; needs a confirmed address */
        post: operations["linkIdentity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/identities/{provider}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Stop signing in through a provider; never the last way in */
        delete: operations["unlinkIdentity"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where you are a member, and as what */
        get: operations["listWorkspaces"];
        put?: never;
        /** Make another workspace, and own it */
        post: operations["createWorkspace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Call this workspace something else */
        patch: operations["renameWorkspace"];
        trace?: never;
    };
    "/api/v1/workspaces/current/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who belongs to this workspace */
        get: operations["listMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/current/members/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Leave this workspace, or remove somebody from it (members:write) */
        delete: operations["removeMember"];
        options?: never;
        head?: never;
        /** Give a member another role, not above your own */
        patch: operations["changeRole"];
        trace?: never;
    };
    "/api/v1/workspaces/current/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who was invited and has not joined */
        get: operations["listInvitations"];
        put?: never;
        /** Mail somebody a link that makes them a member; it lasts seven days */
        post: operations["inviteMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/current/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take an invitation back, and forget its address */
        delete: operations["revokeInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/accept-invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Become a member by the link that was mailed to your address
         * @description The account of the invited address becomes a member, and stays one however often this is repeated. No token is needed where that account has confirmed its address. Where it has not, send the access token of that account: the link then confirms the address, too. With the token of another account it is refused.
         */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Keys of this workspace, without what they open with */
        get: operations["listApiKeys"];
        put?: never;
        /** Make a key for a program; it is shown this once */
        post: operations["issueApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a key; within two seconds it opens nothing */
        delete: operations["revokeApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that is held about you, as one JSON document */
        get: operations["exportMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Agree to something, or no longer */
        post: operations["changeConsent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who did what, when, from where and why, the newest first
         * @description Everything of the workspace, and what its members did with their accounts while they were members. Operators see all workspaces; texts of other workspaces’ people stay closed to them.
         */
        get: operations["listAuditEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What there is to buy */
        get: operations["listPlans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/subscription": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The plan of the workspace and what is used of it */
        get: operations["getSubscription"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every invoice, the newest first */
        get: operations["listInvoices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every fact behind the subscription, the newest first
         * @description Why something was charged, and why something is refused.
         */
        get: operations["listBillingEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Revenue, churn and failed payments */
        get: operations["getBillingOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/checkout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Go and pay for a plan */
        post: operations["startCheckout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/portal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cards, tax ids and invoices, at the payment service */
        post: operations["openPortal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/change-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What another plan would cost right now */
        post: operations["previewChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have another plan from now on */
        post: operations["changePlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let the subscription end with its period */
        post: operations["cancelSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a subscription go on that was to end */
        post: operations["resumeSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/stripe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What Stripe tells, signed by it
         * @description Stored first and answered at once; what follows from it happens after. Sending it again changes nothing.
         */
        post: operations["receiveStripeEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keywords": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Search, filter and sort all keywords */
        get: operations["listKeywords"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keywords/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One keyword, now or as it was known then
         * @description Before anything was recorded of it, a known keyword has no metrics and `lastObservedAt` null.
         */
        get: operations["getKeyword"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keywords/{id}/trend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One metric of a keyword over time, with failed looks */
        get: operations["getKeywordTrend"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keywords/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The events behind a keyword, newest first */
        get: operations["getKeywordHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keywords/{id}/listings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The listings of the newest good look */
        get: operations["getKeywordListings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tracked-keywords": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is tracked, the newest first */
        get: operations["listTrackedKeywords"];
        put?: never;
        /** Have a keyword looked at now and as often as the plan says */
        post: operations["trackKeyword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tracked-keywords/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Stop looking; what was seen stays */
        delete: operations["untrackKeyword"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/crawls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Look at a keyword now, on some marketplaces */
        post: operations["requestCrawl"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/crawls/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a crawl goes */
        get: operations["getCrawl"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/observations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand in figures that somebody else gives for keywords
         * @description All or none: one bad item and nothing is recorded.
         */
        post: operations["postObservations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/observations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take back a figure that was wrong
         * @description It counts no more from now on; what it said stays in the history, with the reason.
         */
        delete: operations["retractObservation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What you searched for, the newest first
         * @description Searches of a signed-in person are kept for as long as the plan says, unless they withdrew the consent `search-history`; a search appears about a second after it was answered. Text that is typed letter by letter is one search.
         */
        get: operations["listSearches"];
        put?: never;
        post?: never;
        /** Forget all of your searches */
        delete: operations["clearSearches"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/searches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Forget one search */
        delete: operations["deleteSearch"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Keywords that begin with what was typed so far
         * @description What the search boxes of marketplaces suggested, in their order, then the keywords that are known, the most searched first.
         */
        get: operations["listSuggestions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What moves, as it moves (server-sent events)
         * @description Events named `moved` with `{"projection", "position", "keys"}`: keys are the ids that changed; null means that anything may have changed, and always so for what belongs to a workspace. Comments in between keep the connection open.
         */
        get: operations["followMoves"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether this process runs */
        get: operations["getLiveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether everything that a request needs is there; with the demo, its past too */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Counts of this process, for Prometheus */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What this installation is: simulated or live, demo or not */
        get: operations["getStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far each read model and each reaction is, and what is being rebuilt */
        get: operations["listProjections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projections/{name}/rebuild": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Build a read model anew beside the one that answers
         * @description It switches by itself once it has caught up. Asking again while one is under way changes nothing.
         */
        post: operations["rebuildProjection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projections/{name}/switch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a build answer that is held
         * @description A build with fewer rows than the one that answers is held until a person has looked at the difference. The one that answered is kept for undo.
         */
        post: operations["switchProjection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projections/{name}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let the build answer again that answered before
         * @description The one that is left is kept, so undoing twice goes forward again.
         */
        post: operations["undoProjectionSwitch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projections/{name}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give up the build that is being made
         * @description Its tables are dropped; readers notice nothing. A request that has not begun is taken back.
         */
        post: operations["cancelProjectionRebuild"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        RegisterBody: {
            /**
             * Format: email
             * @description Address of the account, in ASCII.
             * @example anna@example.com
             */
            email: string;
            /**
             * @description Any characters.
             * @example a long sentence is a good password
             */
            password: string;
            /**
             * @description What we call you; one line.
             * @example Anna
             */
            name: string;
            /**
             * @description Language of mails; English if left out.
             * @enum {string}
             */
            locale?: "en" | "fr";
        };
        /** @description The same whether or not the address has an account already. */
        Registered: {
            /** @enum {string} */
            status: "check-your-mail";
        };
        LoginBody: {
            /**
             * Format: email
             * @description Address of the account, in ASCII.
             * @example anna@example.com
             */
            email: string;
            /** @description The password. */
            password: string;
            /** @description Code of the authenticator, or a recovery code, where the account asks for one. */
            totp?: string;
        };
        SignedIn: {
            /** @description For “Authorization: Bearer …”. */
            accessToken: string;
            /** @description Until then; the refresh cookie gets the next one. */
            expiresInS: number;
            /** @description The workspace that it is for. */
            workspaceId: string;
        };
        RefreshBody: {
            /** @description Another workspace to go on in. */
            workspaceId?: string;
        };
        Done: {
            /** @enum {string} */
            status: "done";
        };
        LinkBody: {
            /** @description The token of the link in the mail. */
            token: string;
        };
        EmailBody: {
            /**
             * Format: email
             * @description Address of the account, in ASCII.
             * @example anna@example.com
             */
            email: string;
        };
        ResetPasswordBody: {
            /** @description The token of the link in the mail. */
            token: string;
            /**
             * @description Any characters.
             * @example a long sentence is a good password
             */
            password: string;
        };
        Me: {
            /** Format: uuid */
            id: string;
            email: string;
            name: string;
            /** @enum {string} */
            locale: "en" | "fr";
            /** @description The address was confirmed. */
            isVerified: boolean;
            isOperator: boolean;
            hasSecondFactor: boolean;
            hasPassword: boolean;
            /** @description Where else one can sign in from. */
            providers: ("google" | "github")[];
            /** @description What was agreed to, and which text of it. */
            consents: {
                [key: string]: string;
            };
            /** @description Searches are kept, unless one said that they must not be. */
            keepsSearches: boolean;
            /** @description The one that the token is for. */
            workspace: {
                id: string;
                role: ("viewer" | "analyst" | "admin" | "owner") | null;
            };
        };
        NameBody: {
            /**
             * @description What we call you; one line.
             * @example Anna
             */
            name: string;
        };
        ChangePasswordBody: {
            /** @description The password as it is now; left out where the account has none yet. */
            currentPassword?: string;
            /**
             * @description Any characters.
             * @example a long sentence is a good password
             */
            password: string;
        };
        DeviceList: {
            items: {
                /** Format: uuid */
                id: string;
                address: string;
                userAgent: string;
                /** Format: date-time */
                startedAt: string;
                /** Format: date-time */
                usedAt: string;
                isThis: boolean;
            }[];
        };
        NewSecondFactor: {
            /** @description For typing it into an authenticator, in base32. */
            secret: string;
            /** @description The same for programs: `otpauth://totp/…`. */
            uri: string;
            /** @description The same for cameras: an image as a `data:` address. */
            qr: string;
        };
        AuthenticatorCodeBody: {
            /**
             * @description What the authenticator shows now.
             * @example 287082
             */
            code: string;
        };
        RecoveryCodes: {
            /** @description Ten, each good once in place of a code. They are shown this once. */
            recoveryCodes: string[];
        };
        CodeBody: {
            /**
             * @description What the authenticator shows now, or a recovery code.
             * @example 287082
             */
            code: string;
        };
        PasswordOrCodeBody: {
            /**
             * @description What the authenticator shows now, or a recovery code.
             * @example 287082
             */
            code?: string;
            /** @description The password, where no code is at hand. */
            password?: string;
        };
        ProviderList: {
            /** @description Those that one can sign in through here. */
            providers: ("google" | "github")[];
        };
        FinishBody: {
            /** @description What `/sign-in?second-factor=…` was opened with. */
            ticket: string;
            /** @description Code of the authenticator, or a recovery code. */
            totp: string;
        };
        LinkIdentityBody: {
            /** @description Path of the dashboard to come back to, such as `/keywords`; anything but a local path counts as `/`. */
            returnTo?: string;
        };
        GoTo: {
            /** @description Where the browser is to go, within ten minutes. */
            url: string;
        };
        WorkspacePage: {
            items: {
                id: string;
                name: string;
                /**
                 * @description What you are there.
                 * @enum {string}
                 */
                role: "viewer" | "analyst" | "admin" | "owner";
                /** Format: date-time */
                joinedAt: string;
                /** @description The one that the token is for; POST /auth/refresh gives one for another. */
                isCurrent: boolean;
            }[];
            nextCursor: string | null;
            /**
             * @description The write asked for by minPosition is not in here yet.
             * @enum {boolean}
             */
            stale?: true;
        };
        WorkspaceNameBody: {
            /**
             * @description What the workspace is called; one line.
             * @example Printables by Anna
             */
            name: string;
        };
        WorkspaceMade: {
            /** Format: uuid */
            id: string;
            /** @description Reads with this minPosition see the write. */
            position: string;
        };
        WorkspaceChanged: {
            /** @description Reads with this minPosition see the write. */
            position: string;
        };
        MemberPage: {
            items: {
                /**
                 * Format: uuid
                 * @description Id of the person.
                 */
                id: string;
                name: string;
                email: string;
                /** @enum {string} */
                role: "viewer" | "analyst" | "admin" | "owner";
                /** Format: date-time */
                joinedAt: string;
                isYou: boolean;
            }[];
            nextCursor: string | null;
            /**
             * @description The write asked for by minPosition is not in here yet.
             * @enum {boolean}
             */
            stale?: true;
        };
        RoleBody: {
            /**
             * @description The new role; not above your own.
             * @example analyst
             * @enum {string}
             */
            role: "viewer" | "analyst" | "admin" | "owner";
        };
        InviteBody: {
            /**
             * Format: email
             * @description Who is invited: the account with this address alone can accept.
             * @example ben@example.com
             */
            email: string;
            /**
             * @description What they will be; not above your own role.
             * @example analyst
             * @enum {string}
             */
            role: "viewer" | "analyst" | "admin" | "owner";
        };
        Invited: {
            /**
             * Format: uuid
             * @description Id of the invitation.
             */
            id: string;
            /** Format: date-time */
            expiresAt: string;
            /** @description Reads with this minPosition see the write. */
            position: string;
        };
        InvitationPage: {
            items: {
                /** Format: uuid */
                id: string;
                email: string;
                /** @enum {string} */
                role: "viewer" | "analyst" | "admin" | "owner";
                /** Format: date-time */
                invitedAt: string;
                /** Format: date-time */
                expiresAt: string;
            }[];
            nextCursor: string | null;
            /**
             * @description The write asked for by minPosition is not in here yet.
             * @enum {boolean}
             */
            stale?: true;
        };
        AcceptInvitationBody: {
            /** @description The token of the link in the mail. */
            token: string;
        };
        Joined: {
            /**
             * Format: uuid
             * @description POST /auth/refresh with it gives a token for it.
             */
            workspaceId: string;
            /**
             * @description What you are there now; a member keeps the role that they have.
             * @enum {string}
             */
            role: "viewer" | "analyst" | "admin" | "owner";
            /** @description Reads with this minPosition see the write. */
            position: string;
        };
        IssueApiKeyBody: {
            /**
             * @description What it is for; one line.
             * @example Nightly export
             */
            name: string;
            /**
             * @description It may do what this role may, except make keys or members; not above your own.
             * @example analyst
             * @enum {string}
             */
            scope: "viewer" | "analyst" | "admin" | "owner";
            /**
             * @description After so many days it opens nothing; left out, it never ends by itself.
             * @example 90
             */
            expiresInDays?: number;
        };
        IssuedApiKey: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {string} */
            scope: "viewer" | "analyst" | "admin" | "owner";
            /** Format: date-time */
            issuedAt: string;
            /** @description null: never. */
            expiresAt: string | null;
            /** @description For “Authorization: Bearer …”. It is shown this once: we keep no more than a digest. */
            key: string;
            /** @description Reads with this minPosition see the write. */
            position: string;
        };
        ApiKeyPage: {
            items: {
                /** Format: uuid */
                id: string;
                name: string;
                /** @enum {string} */
                scope: "viewer" | "analyst" | "admin" | "owner";
                /** Format: date-time */
                issuedAt: string;
                /** @description null: never. */
                expiresAt: string | null;
                /**
                 * Format: uuid
                 * @description Id of the member whose key it is: it may never do more than they.
                 */
                issuedBy: string;
                /** @description May lag by ten seconds; null: never. */
                lastUsedAt: string | null;
            }[];
            nextCursor: string | null;
            /**
             * @description The write asked for by minPosition is not in here yet.
             * @enum {boolean}
             */
            stale?: true;
        };
        RevokedApiKey: {
            /** @description Reads with this minPosition see the write. */
            position: string;
        };
        EraseBody: {
            /** @description The password, where the account has one. */
            password?: string;
        };
        Erased: {
            /**
             * @description closed: the account is closed and signed out, and the rest of the erasure is under way.
             * @enum {string}
             */
            status: "erased" | "closed";
        };
        PersonalExport: {
            /** Format: date-time */
            exportedAt: string;
            account: {
                /** Format: uuid */
                id: string;
                email: string;
                name: string;
                locale: string;
                /** Format: date-time */
                registeredAt: string;
            };
            consents: {
                [key: string]: string;
            };
            memberships: {
                workspaceId: string;
                role: string;
            }[];
            /** @description Devices that are or were signed in, as long as that is kept. */
            sessions: {
                [key: string]: unknown;
            }[];
            /** @description Everything in the log by you, by your API keys or about you, with personal texts readable. */
            events: {
                [key: string]: unknown;
            }[];
        };
        ConsentBody: {
            /**
             * @description What is agreed to, or no longer.
             * @example news
             * @enum {string}
             */
            purpose: "terms" | "search-history" | "news";
            /**
             * @description Whether you agree.
             * @example true
             */
            agreed: boolean;
        };
        Consents: {
            /** @description What you agree to now: each purpose with the version of the text that was agreed to. */
            consents: {
                [key: string]: string;
            };
        };
        AuditPage: {
            items: components["schemas"]["AuditEvent"][];
            nextCursor: string | null;
            /** @enum {boolean} */
            stale?: true;
        };
        AuditEvent: {
            /** Format: uuid */
            id: string;
            type: string;
            position: string;
            stream: string;
            revision: number;
            /** Format: date-time */
            occurredAt: string;
            /** Format: date-time */
            recordedAt: string;
            actor: {
                /** @description Id of a person, `api-key-<id>`, `visitor`, or a part of the product. */
                id: string;
                /** @description “erased person” where they were erased. */
                name: string | null;
            };
            /** @description The network address, where it is known and yours to see. */
            from: string | null;
            workspace: string | null;
            correlationId: string;
            causationId: string;
            producer: string;
            /** @description What the event says; personal texts are readable until their person is erased. */
            data: {
                [key: string]: unknown;
            };
        };
        PlanList: {
            /** @description True where no money moves: the checkout is a simulation. */
            isSimulated: boolean;
            canBuy: boolean;
            items: {
                /** @enum {string} */
                plan: "free" | "starter" | "pro" | "agency";
                trialDays: number;
                prices: {
                    /** @enum {string} */
                    interval: "month" | "year";
                    /** @enum {string} */
                    currency: "EUR" | "USD";
                    /** @description In minor units of the currency. */
                    amountMinor: number;
                }[];
                quotas: {
                    searchesADay: number;
                    trackedKeywords: number;
                    crawlsADay: number;
                    apiCallsAMinute: number;
                    members: number;
                    importsADay: number;
                    /** @enum {string} */
                    lookEvery: "weekly" | "daily" | "hourly";
                    searchHistoryDays: number;
                };
            }[];
        };
        Subscription: {
            /**
             * @description What the workspace may use.
             * @enum {string}
             */
            plan: "free" | "starter" | "pro" | "agency";
            /** @description The word of the payment service; `none` without a subscription. */
            status: string;
            /** @description Why it has this plan. */
            reason: string;
            interval: ("month" | "year") | null;
            currency: string | null;
            amountMinor: number | null;
            /** @description Until when it is so, as far as is known. */
            until: string | null;
            inGrace: boolean;
            graceUntil: string | null;
            cancelAt: string | null;
            /** @description There is a subscription that can be changed or cancelled. */
            isBilled: boolean;
            /** @description A checkout would begin with days that cost nothing. */
            mayTry: boolean;
            isSimulated: boolean;
            /** @description What is used of the plan; none for a past moment. */
            meters: {
                /** @enum {string} */
                name: "searchesADay" | "crawlsADay" | "importsADay" | "trackedKeywords" | "members";
                used: number;
                limit: number;
                /** @description When all of it is free again; null for what stands. */
                resetsAt: string | null;
            }[];
            /** Format: date-time */
            asOf?: string;
            /** @enum {boolean} */
            stale?: true;
        };
        InvoiceList: {
            items: {
                id: string;
                number: string | null;
                status: string;
                /** @description In minor units of the currency. */
                totalMinor: number;
                /** @description In minor units of the currency. */
                paidMinor: number;
                currency: string;
                /**
                 * Format: date-time
                 * @description Of the newest word about it.
                 */
                at: string;
                nextAttemptAt: string | null;
            }[];
            /** @enum {boolean} */
            stale?: true;
        };
        BillingEventPage: {
            items: {
                /** Format: uuid */
                id: string;
                type: string;
                /** Format: date-time */
                occurredAt: string;
                /** Format: date-time */
                recordedAt: string;
                actor: string;
                position: string;
                data: {
                    [key: string]: unknown;
                };
            }[];
            nextCursor: string | null;
            /** @enum {boolean} */
            stale?: true;
        };
        BillingOverview: {
            plans: {
                /** @enum {string} */
                plan: "free" | "starter" | "pro" | "agency";
                status: string;
                workspaces: number;
            }[];
            /** @description Of all paid subscriptions, a year as a twelfth a month. */
            monthlyRevenue: {
                currency: string;
                /** @description In minor units of the currency. */
                amountMinor: number;
            }[];
            /** @description Invoices that were paid in the last 30 days. */
            paidInvoices: {
                currency: string;
                /** @description In minor units of the currency. */
                amountMinor: number;
            }[];
            /** @description In the last 30 days. */
            endedSubscriptions: number;
            /** @description Ended in 30 days, of those and all that are paid now; null where there are none. */
            churnPercent: number | null;
            failedPayments: {
                workspaceId: string;
                invoiceId: string;
                /** Format: date-time */
                at: string;
                /** @description In minor units of the currency. */
                amountMinor: number;
                currency: string;
                isRecovered: boolean;
            }[];
            isSimulated: boolean;
        };
        CheckoutBody: {
            /**
             * @description What to have.
             * @example pro
             * @enum {string}
             */
            plan: "starter" | "pro" | "agency";
            /**
             * @description How often to pay; a year costs ten months.
             * @example month
             * @enum {string}
             */
            interval: "month" | "year";
            /**
             * @description What to pay in; it stays so.
             * @example EUR
             * @enum {string}
             */
            currency: "EUR" | "USD";
        };
        Checkout: {
            /** @description Where to pay. Send the browser there. */
            url: string;
            sessionId: string;
            position: string;
        };
        BillingPortal: {
            url: string;
        };
        WantedPlanBody: {
            /**
             * @description What to have.
             * @example pro
             * @enum {string}
             */
            plan: "starter" | "pro" | "agency";
            /**
             * @description How often to pay; a year costs ten months.
             * @example month
             * @enum {string}
             */
            interval: "month" | "year";
        };
        PlanChangePreview: {
            /** @description What is charged at once; 0 where there is credit. */
            dueNowMinor: number;
            /** @description What later invoices are less by. */
            creditMinor: number;
            currency: string;
            /** @description What is in use beyond the plan and must be removed first. */
            tooMuch: {
                name: string;
                used: number;
                limit: number;
            }[];
        };
        PlanChangeAsked: {
            /**
             * @description The payment service did it, and tells us within seconds.
             * @enum {boolean}
             */
            accepted: true;
        };
        MetricDto: {
            /**
             * @description Money is in minor units of its currency.
             * @example 1200
             */
            value: number;
            /** @description Upper end of a range. */
            maxValue?: number;
            /**
             * @description How the true value stands to the number: "over 100,000" is gt, "95,000+" is gte, "< 20" is lt.
             * @enum {string}
             */
            relation: "eq" | "gt" | "gte" | "lt" | "range";
            /**
             * @description measured: read off a page; reported: a third party says so; estimated: by our formula.
             * @enum {string}
             */
            kind: "measured" | "reported" | "estimated";
            /**
             * @description ISO 4217, for money alone.
             * @example EUR
             */
            currency?: string;
            /**
             * @description exact or broad match; of one listing or a whole shop.
             * @example broad
             */
            scope?: string;
            /**
             * @description Where it comes from, in words.
             * @example amazon.de search page
             */
            source: string;
            /**
             * @description live: the marketplace; sandbox: our imitation of it; seed: the made-up past of the demo.
             * @enum {string}
             */
            origin: "live" | "sandbox" | "seed";
            /**
             * Format: date-time
             * @description When it was so.
             */
            observedAt: string;
            /**
             * Format: uuid
             * @description The event behind it, as in the history.
             */
            observationId: string;
            /**
             * @description Formula and version that gave it.
             * @example demand-1
             */
            formula?: string;
        };
        MetricsDto: {
            /** @description Searches a month. */
            searchVolume?: components["schemas"]["MetricDto"];
            /** @description Results that the page claims. */
            resultCount?: components["schemas"]["MetricDto"];
            /** @description From 0 (nobody) to 1 (a crowd of strong listings). */
            competition?: components["schemas"]["MetricDto"];
            /** @description Cost of a click. */
            cpc?: components["schemas"]["MetricDto"];
            averagePrice?: components["schemas"]["MetricDto"];
            minPrice?: components["schemas"]["MetricDto"];
            maxPrice?: components["schemas"]["MetricDto"];
            rank?: components["schemas"]["MetricDto"];
            reviews?: components["schemas"]["MetricDto"];
            favourites?: components["schemas"]["MetricDto"];
            sales?: components["schemas"]["MetricDto"];
        };
        OpportunityDto: {
            /**
             * @description Money is in minor units of its currency.
             * @example 1200
             */
            value: number;
            /** @description Upper end of a range. */
            maxValue?: number;
            /**
             * @description How the true value stands to the number: "over 100,000" is gt, "95,000+" is gte, "< 20" is lt.
             * @enum {string}
             */
            relation: "eq" | "gt" | "gte" | "lt" | "range";
            /**
             * @description measured: read off a page; reported: a third party says so; estimated: by our formula.
             * @enum {string}
             */
            kind: "measured" | "reported" | "estimated";
            /**
             * @description Formula and version that gave it.
             * @example opportunity-1
             */
            formula: string;
        };
        WeekDto: {
            /**
             * Format: date
             * @description Monday of the week.
             * @example 2026-03-09
             */
            date: string;
            /** @description Searches a month. */
            value: number;
        };
        FailedLookDto: {
            /** @enum {string} */
            reason: "captcha" | "blocked" | "unavailable" | "truncated" | "wrong-page" | "drift" | "robots";
            /** @description What was seen, in one sentence. */
            detail: string;
            /** Format: date-time */
            occurredAt: string;
            /** @enum {string} */
            marketplace: "amazon" | "etsy" | "ebay";
        };
        KeywordItemDto: {
            /** Format: uuid */
            id: string;
            /** @example budget planner */
            keyword: string;
            /** @enum {string} */
            marketplace: "amazon" | "etsy" | "ebay";
            /** @enum {string} */
            country: "US" | "GB" | "DE" | "FR" | "IT" | "ES" | "CA" | "AU" | "JP" | "MX" | "BR" | "NL" | "SE" | "TR" | "AE" | "SA" | "SG" | "BE" | "EG" | "IN" | "AT" | "CH" | "IE" | "PL";
            metrics: components["schemas"]["MetricsDto"];
            /** @description From 0 to 100; null where it cannot be told. */
            opportunity: components["schemas"]["OpportunityDto"] | null;
            /** @description Weekly demand, oldest first, at most 160 weeks. */
            trend: components["schemas"]["WeekDto"][];
            /**
             * Format: date-time
             * @description null: nothing was seen yet.
             */
            lastObservedAt: string | null;
            /** @description The newest failed look, as long as no look has succeeded after it. */
            lastFailure: components["schemas"]["FailedLookDto"] | null;
            /** @description All that the numbers come from. live: the marketplace; sandbox: our imitation of it; seed: the made-up past of the demo. */
            origins: ("live" | "sandbox" | "seed")[];
        };
        KeywordPageDto: {
            items: components["schemas"]["KeywordItemDto"][];
            /** @description Give it as `cursor` for the next page; null: the end. */
            nextCursor: string | null;
            /**
             * @description How the items were found; `similar` where nothing holds the text itself.
             * @enum {string}
             */
            match: "all" | "substring" | "similar";
            /**
             * Format: date-time
             * @description The moment that was asked for.
             */
            asOf?: string;
            /** @description True where minPosition was not reached in time. */
            stale?: boolean;
        };
        ScoreDto: {
            value: number;
            /** @description Upper end of a range. */
            maxValue?: number;
            /** @enum {string} */
            relation: "eq" | "gt" | "gte" | "lt" | "range";
            /** @example demand-1 */
            formula: string;
            /**
             * @description What the formula was given, by name; null where the page did not show it.
             * @example {
             *       "resultCount": {
             *         "value": 4000,
             *         "relation": "gte"
             *       },
             *       "organicListings": 48,
             *       "reviewCountsShown": 45
             *     }
             */
            inputs: {
                [key: string]: unknown;
            };
        };
        KeywordDto: {
            /** Format: uuid */
            id: string;
            /** @example budget planner */
            keyword: string;
            /** @enum {string} */
            marketplace: "amazon" | "etsy" | "ebay";
            /** @enum {string} */
            country: "US" | "GB" | "DE" | "FR" | "IT" | "ES" | "CA" | "AU" | "JP" | "MX" | "BR" | "NL" | "SE" | "TR" | "AE" | "SA" | "SG" | "BE" | "EG" | "IN" | "AT" | "CH" | "IE" | "PL";
            metrics: components["schemas"]["MetricsDto"];
            /** @description From 0 to 100; null where it cannot be told. */
            opportunity: components["schemas"]["OpportunityDto"] | null;
            /** @description Weekly demand, oldest first, at most 160 weeks. */
            trend: components["schemas"]["WeekDto"][];
            /**
             * Format: date-time
             * @description null: nothing was seen yet.
             */
            lastObservedAt: string | null;
            /** @description The newest failed look, as long as no look has succeeded after it. */
            lastFailure: components["schemas"]["FailedLookDto"] | null;
            /** @description All that the numbers come from. live: the marketplace; sandbox: our imitation of it; seed: the made-up past of the demo. */
            origins: ("live" | "sandbox" | "seed")[];
            /**
             * Format: date-time
             * @description The moment that was asked for.
             */
            asOf?: string;
            /** @description True where minPosition was not reached in time. */
            stale?: boolean;
            /** @description Every shown number that a formula gave, by metric, and `opportunity`. */
            scores: {
                [key: string]: components["schemas"]["ScoreDto"];
            };
        };
        TrendPointDto: {
            /**
             * Format: date
             * @description First day of the interval.
             * @example 2026-03-09
             */
            date: string;
            /** @description null for a failed look, which is not a zero. */
            value: number | null;
            /** @description Upper end of a range. */
            maxValue?: number;
            /**
             * @description There where there is a value.
             * @enum {string}
             */
            relation?: "eq" | "gt" | "gte" | "lt" | "range";
            /** @enum {string} */
            kind: "measured" | "reported" | "estimated" | "failed";
            /**
             * @description Why the look failed.
             * @enum {string}
             */
            reason?: "captcha" | "blocked" | "unavailable" | "truncated" | "wrong-page" | "drift" | "robots";
            /** @description What was seen when the look failed. */
            detail?: string;
            /**
             * Format: date-time
             * @description When it was so.
             */
            observedAt: string;
            /** @description Where it comes from; not for opportunity, which comes from two. */
            source?: string;
            /** @enum {string} */
            origin?: "live" | "sandbox" | "seed";
            /**
             * Format: uuid
             * @description The event behind it.
             */
            observationId?: string;
            /** @example demand-1 */
            formula?: string;
        };
        KeywordTrendDto: {
            /** @enum {string} */
            metric: "searchVolume" | "resultCount" | "competition" | "cpc" | "averagePrice" | "minPrice" | "maxPrice" | "rank" | "reviews" | "favourites" | "sales" | "opportunity";
            /** @enum {string} */
            unit: "searchesPerMonth" | "results" | "ratio" | "minorUnits" | "place" | "reviews" | "favourites" | "sales" | "points";
            /** @description For money: the currency of the newest value; points in others are left out. */
            currency?: string;
            /** @enum {string} */
            interval: "day" | "week" | "month";
            /** @description Oldest first; intervals without an observation have no point. */
            points: components["schemas"]["TrendPointDto"][];
            /**
             * Format: date-time
             * @description The moment that was asked for.
             */
            asOf?: string;
            /** @description True where minPosition was not reached in time. */
            stale?: boolean;
        };
        HistoryEventDto: {
            /** Format: uuid */
            eventId: string;
            /** @example observation.KeywordObserved.v1 */
            type: string;
            /**
             * Format: date-time
             * @description When it was so.
             */
            occurredAt: string;
            /**
             * Format: date-time
             * @description When we wrote it down.
             */
            recordedAt: string;
            /** @description Where it comes from, in words; null for a retraction. */
            source: string | null;
            /**
             * @description null for a retraction.
             * @enum {string|null}
             */
            origin: "live" | "sandbox" | "seed" | null;
            /** @description The event as the reference describes it. */
            data: {
                [key: string]: unknown;
            };
            /** @example observation-7f1c6f0e-52a7-5c35-9a63-0f2d7e6b1c40 */
            stream: string;
            /** @description Place in the stream, 0 for its first event. */
            revision: number;
            /**
             * @description Place in the whole log.
             * @example 1042
             */
            position: string;
            /** @description It counts no more; the retraction stands in the history too. */
            retracted: boolean;
        };
        KeywordHistoryDto: {
            /** @description Newest first, by the order in which they were recorded. */
            items: components["schemas"]["HistoryEventDto"][];
            /** @description Give it as `cursor` for the next page; null: the end. */
            nextCursor: string | null;
            /** @description True where minPosition was not reached in time. */
            stale?: boolean;
        };
        CountDto: {
            value: number;
            /** @description Upper end of a range. */
            maxValue?: number;
            /** @enum {string} */
            relation: "eq" | "gt" | "gte" | "lt" | "range";
            /** @description exact or broad match; of one listing or a whole shop. */
            scope?: string;
        };
        PriceDto: {
            /**
             * @description In minor units of the currency.
             * @example 499
             */
            minor: number;
            /** @description Upper end of a range. */
            maxMinor?: number;
            /**
             * @description ISO 4217.
             * @example USD
             */
            currency: string;
            /** @enum {string} */
            relation: "eq" | "gt" | "gte" | "lt" | "range";
        };
        ListingDto: {
            /** @description The marketplace's own id. */
            id: string;
            title: string;
            /** @description null: the page shows none. */
            price: components["schemas"]["PriceDto"] | null;
            /** @description On a scale to 5; null: the page shows none. */
            rating: number | null;
            /** @description null: the page shows none. */
            reviewCount: components["schemas"]["CountDto"] | null;
            /** @description null: the page does not let us tell. */
            sponsored: boolean | null;
            /** @description Shown only because nothing matched exactly. */
            fallback: boolean;
            /** @description 1 for the first listing of the page. */
            place: number;
        };
        KeywordListingsDto: {
            /**
             * Format: date-time
             * @description null: no page was seen yet.
             */
            observedAt: string | null;
            source: string | null;
            /** @enum {string|null} */
            origin: "live" | "sandbox" | "seed" | null;
            /** @description Address of the page. */
            url: string | null;
            /**
             * Format: uuid
             * @description The event behind it.
             */
            observationId: string | null;
            /** @description What the page claims. */
            resultCount: components["schemas"]["CountDto"] | null;
            /** @description In the order of the page. */
            items: components["schemas"]["ListingDto"][];
            /**
             * Format: date-time
             * @description The moment that was asked for.
             */
            asOf?: string;
            /** @description True where minPosition was not reached in time. */
            stale?: boolean;
        };
        TrackKeywordBody: {
            /**
             * @description As a buyer would type it; any script, emoji too.
             * @example wedding planner printable
             */
            keyword: string;
            /**
             * @description Where to look.
             * @example etsy
             * @enum {string}
             */
            marketplace: "amazon" | "etsy" | "ebay";
            /**
             * @description The marketplace's country, ISO 3166-1 alpha-2.
             * @example US
             * @enum {string}
             */
            country: "US" | "GB" | "DE" | "FR" | "IT" | "ES" | "CA" | "AU" | "JP" | "MX" | "BR" | "NL" | "SE" | "TR" | "AE" | "SA" | "SG" | "BE" | "EG" | "IN" | "AT" | "CH" | "IE" | "PL";
        };
        Tracked: {
            /**
             * Format: uuid
             * @description Id of the tracked keyword: the same for every repeat.
             */
            id: string;
            /** @description Reads with this minPosition see the write. */
            position: string;
        };
        TrackedKeywordPage: {
            items: components["schemas"]["TrackedKeyword"][];
            nextCursor: string | null;
            /**
             * @description The write asked for by minPosition is not in here yet.
             * @enum {boolean}
             */
            stale?: true;
        };
        TrackedKeyword: {
            /** Format: uuid */
            id: string;
            keyword: string;
            /** @enum {string} */
            marketplace: "amazon" | "etsy" | "ebay";
            /** @enum {string} */
            country: "US" | "GB" | "DE" | "FR" | "IT" | "ES" | "CA" | "AU" | "JP" | "MX" | "BR" | "NL" | "SE" | "TR" | "AE" | "SA" | "SG" | "BE" | "EG" | "IN" | "AT" | "CH" | "IE" | "PL";
            /**
             * Format: uuid
             * @description Id of the keyword in searches and trends.
             */
            keywordId: string;
            /** Format: date-time */
            trackedAt: string;
        };
        Untracked: {
            position: string;
        };
        RequestCrawlBody: {
            /**
             * @description As a buyer would type it; any script, emoji too.
             * @example wedding planner printable
             */
            keyword: string;
            /**
             * @description Where to look.
             * @example [
             *       "amazon",
             *       "etsy"
             *     ]
             */
            marketplaces: ("amazon" | "etsy" | "ebay")[];
            /**
             * @description The marketplaces' country, ISO 3166-1 alpha-2.
             * @example US
             * @enum {string}
             */
            country: "US" | "GB" | "DE" | "FR" | "IT" | "ES" | "CA" | "AU" | "JP" | "MX" | "BR" | "NL" | "SE" | "TR" | "AE" | "SA" | "SG" | "BE" | "EG" | "IN" | "AT" | "CH" | "IE" | "PL";
        };
        CrawlAccepted: {
            /** Format: uuid */
            id: string;
            /** @description Reads with this minPosition see the request. */
            position: string;
        };
        Crawl: {
            /** Format: uuid */
            id: string;
            keyword: string;
            /** @enum {string} */
            country: "US" | "GB" | "DE" | "FR" | "IT" | "ES" | "CA" | "AU" | "JP" | "MX" | "BR" | "NL" | "SE" | "TR" | "AE" | "SA" | "SG" | "BE" | "EG" | "IN" | "AT" | "CH" | "IE" | "PL";
            marketplaces: ("amazon" | "etsy" | "ebay")[];
            /**
             * @description finished: at least one look was recorded; failed: none was.
             * @enum {string}
             */
            status: "queued" | "running" | "finished" | "failed";
            /** @description Part of the looks that have ended. */
            progress: number;
            /** @description Looks that were recorded. */
            observations: number;
            /** @description The last failed try of each look that has not been recorded. */
            failures: {
                /** @enum {string} */
                marketplace: "amazon" | "etsy" | "ebay";
                /** @enum {string} */
                look: "search" | "suggestions";
                /** @enum {string} */
                reason: "captcha" | "blocked" | "unavailable" | "truncated" | "wrong-page" | "drift" | "robots";
                detail: string;
                willRetry: boolean;
            }[];
            /** Format: date-time */
            requestedAt: string;
            /**
             * @description The write asked for by minPosition is not in here yet.
             * @enum {boolean}
             */
            stale?: true;
        };
        PostObservationsBody: {
            /**
             * @description Figures for keywords at moments; a source has up to 100 characters, money is in minor units.
             * @example [
             *       {
             *         "keyword": "wedding planner printable",
             *         "marketplace": "etsy",
             *         "country": "US",
             *         "observedAt": "2026-03-14T09:30:00Z",
             *         "source": "my keyword tool",
             *         "metrics": {
             *           "searchVolume": {
             *             "value": 2400,
             *             "relation": "eq",
             *             "kind": "reported"
             *           }
             *         }
             *       }
             *     ]
             */
            observations: {
                keyword: string;
                /** @enum {string} */
                marketplace: "amazon" | "etsy" | "ebay";
                /** @enum {string} */
                country: "US" | "GB" | "DE" | "FR" | "IT" | "ES" | "CA" | "AU" | "JP" | "MX" | "BR" | "NL" | "SE" | "TR" | "AE" | "SA" | "SG" | "BE" | "EG" | "IN" | "AT" | "CH" | "IE" | "PL";
                /** Format: date-time */
                observedAt: string;
                source: string;
                metrics: {
                    [key: string]: {
                        value: number;
                        maxValue?: number;
                        /** @enum {string} */
                        relation: "eq" | "gt" | "gte" | "lt" | "range";
                        /** @enum {string} */
                        kind: "measured" | "reported" | "estimated";
                        currency?: string;
                        /** @enum {string} */
                        scope?: "exact" | "broad" | "listing" | "shop";
                    };
                };
            }[];
        };
        ObservationsAccepted: {
            /** @description Newly recorded, restatements among them. */
            accepted: number;
            /** @description Equal to what was recorded last for that source, keyword and moment. */
            duplicates: number;
            /** @description Reads with this minPosition see all of them. */
            position: string;
        };
        RetractBody: {
            /**
             * @description Why it was wrong, for whoever reads the history.
             * @example The export had the wrong currency.
             */
            why: string;
        };
        Retracted: {
            position: string;
        };
        SearchPage: {
            items: components["schemas"]["Search"][];
            nextCursor: string | null;
            /**
             * @description The write asked for by minPosition is not in here yet.
             * @enum {boolean}
             */
            stale?: true;
        };
        Search: {
            /** Format: uuid */
            id: string;
            /** @description As it was typed. */
            query: string;
            /** @description What was asked for beside it; absent: not given. */
            filters: {
                /** @enum {string} */
                marketplace?: "amazon" | "etsy" | "ebay";
                /** @enum {string} */
                country?: "US" | "GB" | "DE" | "FR" | "IT" | "ES" | "CA" | "AU" | "JP" | "MX" | "BR" | "NL" | "SE" | "TR" | "AE" | "SA" | "SG" | "BE" | "EG" | "IN" | "AT" | "CH" | "IE" | "PL";
                minVolume?: number;
                sort?: string;
            };
            /**
             * Format: date-time
             * @description The past moment that was asked about.
             */
            asOf?: string;
            /** Format: date-time */
            searchedAt: string;
            /** @description How many keywords the first page showed. */
            resultCount: number;
            /** @enum {string} */
            match: "substring" | "similar";
            /** @description The first three keywords that were shown. */
            top: {
                keyword: string;
                /** @description Searches a month as they were known then. */
                demand: {
                    value: number;
                    maxValue?: number;
                    relation: string;
                    kind: string;
                } | null;
            }[];
            /** Format: uuid */
            workspaceId: string;
            /** @description Address of the same search now. */
            again: string;
            /** @description Address of what the same search said then. */
            then: string;
        };
        SearchesForgotten: {
            position: string;
        };
        SuggestionList: {
            items: {
                keyword: string;
                /** Format: uuid */
                keywordId: string;
                /** @enum {string} */
                marketplace: "amazon" | "etsy" | "ebay";
                /** @enum {string} */
                country: "US" | "GB" | "DE" | "FR" | "IT" | "ES" | "CA" | "AU" | "JP" | "MX" | "BR" | "NL" | "SE" | "TR" | "AE" | "SA" | "SG" | "BE" | "EG" | "IN" | "AT" | "CH" | "IE" | "PL";
                /** @description Place below the search box; null for a keyword that is merely known. */
                place: number | null;
                source: string;
                /** @enum {string} */
                origin: "live" | "sandbox" | "seed";
                /** Format: date-time */
                observedAt: string;
            }[];
            /**
             * @description The write asked for by minPosition is not in here yet.
             * @enum {boolean}
             */
            stale?: true;
        };
        Health: {
            /** @enum {string} */
            status: "ok";
        };
        Status: {
            /**
             * @description sandbox: local pages that imitate the marketplaces.
             * @enum {string}
             */
            marketplaces: "sandbox" | "live";
            /** @description The made-up past of the demo is in here. */
            demo: boolean;
            version: string;
        };
        ProjectionList: {
            /** @description Place of the last event in the log; null: the log is empty. */
            head: string | null;
            items: components["schemas"]["Projection"][];
            /** @description What is done once for each event, such as sending a look to the crawler. Never repeated. */
            reactions: components["schemas"]["Reaction"][];
        };
        Projection: {
            name: string;
            version: number;
            /** @description Which build of it answers; a rebuild makes the next one. */
            build: number;
            /** @description Place in the log up to which it is applied. */
            position: string | null;
            /** @description How far that is behind the head of the log, in positions. */
            lag: number;
            eventsPerSecond: number;
            /** @enum {string} */
            status: "catching-up" | "running" | "retrying" | "stopped" | "held" | "unfollowed" | "degraded";
            error?: string;
            /** @description The build that is being made beside it. */
            rebuild?: {
                version: number;
                build: number;
                /** @enum {string} */
                status: "catching-up" | "running" | "retrying" | "stopped" | "held" | "unfollowed" | "degraded";
                percent: number;
                eventsPerSecond: number;
                /** @description Seconds left at the pace so far. */
                etaS: number | null;
                error?: string;
            };
            /**
             * @description A rebuild is asked for and has not begun.
             * @enum {boolean}
             */
            requested?: true;
            /** @description The build that answered before; undo goes back to it. */
            previous?: {
                version: number;
                build: number;
            };
            /** @description Events that were stepped over because they could not be applied, newest first, at most 20. */
            parked?: {
                position: string;
                eventId: string;
                type: string;
                error: string;
                /** Format: date-time */
                parkedAt: string;
            }[];
        };
        Reaction: {
            name: string;
            /** @description Place in the log up to which everything is reacted to. */
            position: string | null;
            /** @description How far that is behind the head of the log, in positions. */
            lag: number;
            /** @description How many events it has reacted to. */
            events: number;
            /** @enum {string} */
            status: "running" | "retrying" | "stopped";
            error?: string;
        };
        RebuildRequested: {
            name: string;
            /** @enum {boolean} */
            requested: true;
        };
        Problem: {
            /** @description Stable name of the kind of problem. */
            type: string;
            title: string;
            status: number;
            detail: string;
            /** @description Names this request in our logs. */
            requestId: string;
            /** @description The fields that are wrong, for bad input. */
            errors?: {
                path: string;
                message: string;
            }[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    register: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterBody"];
            };
        };
        responses: {
            /** @description Done, or the owner of the account was told: the answer does not say which. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Registered"];
                };
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). The request cannot be read (`urn:digitallz-keywords:problem:malformed-request`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large (`urn:digitallz-keywords:problem:too-large`). */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of a kind that is not taken here (`urn:digitallz-keywords:problem:unsupported-media-type`). */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LoginBody"];
            };
        };
        responses: {
            /** @description Signed in. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). The request cannot be read (`urn:digitallz-keywords:problem:malformed-request`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). A code is needed, too (`urn:digitallz-keywords:problem:second-factor-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large (`urn:digitallz-keywords:problem:too-large`). */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of a kind that is not taken here (`urn:digitallz-keywords:problem:unsupported-media-type`). */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refresh: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefreshBody"];
            };
        };
        responses: {
            /** @description Signed in for another ten minutes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    logout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out, or was not signed in. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verifyEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkBody"];
            };
        };
        responses: {
            /** @description Confirmed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). The request cannot be read (`urn:digitallz-keywords:problem:malformed-request`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    requestPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailBody"];
            };
        };
        responses: {
            /** @description If the address has an account, a mail is on its way. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). The request cannot be read (`urn:digitallz-keywords:problem:malformed-request`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResetPasswordBody"];
            };
        };
        responses: {
            /** @description Chosen; every device is signed out. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). The request cannot be read (`urn:digitallz-keywords:problem:malformed-request`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description You. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description Not changed since the answer whose ETag If-None-Match names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    eraseMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EraseBody"];
            };
        };
        responses: {
            /** @description You are signed out everywhere and nobody can read who you were. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erased"];
                };
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). The request cannot be read (`urn:digitallz-keywords:problem:malformed-request`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This cannot be done as things stand (`urn:digitallz-keywords:problem:not-possible-now`). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large (`urn:digitallz-keywords:problem:too-large`). */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of a kind that is not taken here (`urn:digitallz-keywords:problem:unsupported-media-type`). */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rename: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NameBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). The request cannot be read (`urn:digitallz-keywords:problem:malformed-request`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePasswordBody"];
            };
        };
        responses: {
            /** @description Changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). The request cannot be read (`urn:digitallz-keywords:problem:malformed-request`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody else changed this at the same moment (`urn:digitallz-keywords:problem:conflict`). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    requestEmailProof: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A mail is on its way, unless the address is proved already. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The last used first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeviceList"];
                };
            };
            /** @description Not changed since the answer whose ETag If-None-Match names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id as an earlier answer gave it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`urn:digitallz-keywords:problem:not-found`). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beginSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing is asked for until the secret is confirmed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewSecondFactor"];
                };
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This cannot be done as things stand (`urn:digitallz-keywords:problem:not-possible-now`). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordOrCodeBody"];
            };
        };
        responses: {
            /** @description Off. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). The request cannot be read (`urn:digitallz-keywords:problem:malformed-request`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). A code is needed, too (`urn:digitallz-keywords:problem:second-factor-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This cannot be done as things stand (`urn:digitallz-keywords:problem:not-possible-now`). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuthenticatorCodeBody"];
            };
        };
        responses: {
            /** @description On; keep the recovery codes where the authenticator is not. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). The request cannot be read (`urn:digitallz-keywords:problem:malformed-request`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This cannot be done as things stand (`urn:digitallz-keywords:problem:not-possible-now`). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renewRecoveryCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeBody"];
            };
        };
        responses: {
            /** @description Renewed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). The request cannot be read (`urn:digitallz-keywords:problem:malformed-request`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). A code is needed, too (`urn:digitallz-keywords:problem:second-factor-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This cannot be done as things stand (`urn:digitallz-keywords:problem:not-possible-now`). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProviders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description None, where none is configured. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderList"];
                };
            };
            /** @description Not changed since the answer whose ETag If-None-Match names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signInThrough: {
        parameters: {
            query?: {
                /** @description Path of the dashboard to come back to, such as `/keywords`; anything but a local path counts as `/`. */
                returnTo?: string;
            };
            header?: never;
            path: {
                /** @description Who vouches. */
                provider: "google" | "github";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address in Location. */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not changed since the answer whose ETag If-None-Match names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`urn:digitallz-keywords:problem:not-found`). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cameBackFrom: {
        parameters: {
            query?: {
                error?: string;
                state?: string;
                code?: string;
            };
            header?: never;
            path: {
                /** @description Who vouches. */
                provider: "google" | "github";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address in Location. */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not changed since the answer whose ETag If-None-Match names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`urn:digitallz-keywords:problem:not-found`). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    finishSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FinishBody"];
            };
        };
        responses: {
            /** @description Signed in. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). The request cannot be read (`urn:digitallz-keywords:problem:malformed-request`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). A code is needed, too (`urn:digitallz-keywords:problem:second-factor-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    linkIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Who vouches. */
                provider: "google" | "github";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkIdentityBody"];
            };
        };
        responses: {
            /** @description Send the browser there. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoTo"];
                };
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). The request cannot be read (`urn:digitallz-keywords:problem:malformed-request`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). Confirm your address first (`urn:digitallz-keywords:problem:email-unproved`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`urn:digitallz-keywords:problem:not-found`). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This cannot be done as things stand (`urn:digitallz-keywords:problem:not-possible-now`). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unlinkIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Who vouches. */
                provider: "google" | "github";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Unlinked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`urn:digitallz-keywords:problem:not-found`). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This cannot be done as things stand (`urn:digitallz-keywords:problem:not-possible-now`). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWorkspaces: {
        parameters: {
            query?: {
                /** @description Position that a write answered with: the read waits up to 1 s until it is seen, else it answers with `stale: true`. */
                minPosition?: string;
                /** @description How many items a page has at most. */
                limit?: number;
                /** @description nextCursor of the page before; the filters and the sort must be the same. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of workspaces, the first joined first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkspacePage"];
                };
            };
            /** @description Not changed since the answer whose ETag If-None-Match names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createWorkspace: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body gets the same answer for 24 hours; with another body it is refused. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkspaceNameBody"];
            };
        };
        responses: {
            /** @description Made; POST /auth/refresh with its id gives a token for it. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkspaceMade"];
                };
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). The request cannot be read (`urn:digitallz-keywords:problem:malformed-request`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large (`urn:digitallz-keywords:problem:too-large`). */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of a kind that is not taken here (`urn:digitallz-keywords:problem:unsupported-media-type`). */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This Idempotency-Key was used for another request (`urn:digitallz-keywords:problem:idempotency-key-reused`). */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renameWorkspace: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkspaceNameBody"];
            };
        };
        responses: {
            /** @description Renamed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkspaceChanged"];
                };
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). The request cannot be read (`urn:digitallz-keywords:problem:malformed-request`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large (`urn:digitallz-keywords:problem:too-large`). */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of a kind that is not taken here (`urn:digitallz-keywords:problem:unsupported-media-type`). */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMembers: {
        parameters: {
            query?: {
                /** @description Position that a write answered with: the read waits up to 1 s until it is seen, else it answers with `stale: true`. */
                minPosition?: string;
                /** @description How many items a page has at most. */
                limit?: number;
                /** @description nextCursor of the page before; the filters and the sort must be the same. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of members, the first joined first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberPage"];
                };
            };
            /** @description Not changed since the answer whose ETag If-None-Match names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id as an earlier answer gave it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They are no member any more. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkspaceChanged"];
                };
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`urn:digitallz-keywords:problem:not-found`). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This cannot be done as things stand (`urn:digitallz-keywords:problem:not-possible-now`). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id as an earlier answer gave it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleBody"];
            };
        };
        responses: {
            /** @description They have it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkspaceChanged"];
                };
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). The request cannot be read (`urn:digitallz-keywords:problem:malformed-request`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`urn:digitallz-keywords:problem:not-found`). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This cannot be done as things stand (`urn:digitallz-keywords:problem:not-possible-now`). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large (`urn:digitallz-keywords:problem:too-large`). */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of a kind that is not taken here (`urn:digitallz-keywords:problem:unsupported-media-type`). */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listInvitations: {
        parameters: {
            query?: {
                /** @description Position that a write answered with: the read waits up to 1 s until it is seen, else it answers with `stale: true`. */
                minPosition?: string;
                /** @description How many items a page has at most. */
                limit?: number;
                /** @description nextCursor of the page before; the filters and the sort must be the same. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of invitations, the newest first; expired ones are among them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationPage"];
                };
            };
            /** @description Not changed since the answer whose ETag If-None-Match names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inviteMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body gets the same answer for 24 hours; with another body it is refused. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InviteBody"];
            };
        };
        responses: {
            /** @description The mail is on its way; an earlier invitation of this address is void. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invited"];
                };
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). The request cannot be read (`urn:digitallz-keywords:problem:malformed-request`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The plan has no more of this (`urn:digitallz-keywords:problem:quota-reached`). */
            402: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Confirm your address first (`urn:digitallz-keywords:problem:email-unproved`). You may not do this (`urn:digitallz-keywords:problem:not-allowed`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This cannot be done as things stand (`urn:digitallz-keywords:problem:not-possible-now`). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large (`urn:digitallz-keywords:problem:too-large`). */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of a kind that is not taken here (`urn:digitallz-keywords:problem:unsupported-media-type`). */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This Idempotency-Key was used for another request (`urn:digitallz-keywords:problem:idempotency-key-reused`). */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id as an earlier answer gave it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its link is good for nothing. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkspaceChanged"];
                };
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`urn:digitallz-keywords:problem:not-found`). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptInvitationBody"];
            };
        };
        responses: {
            /** @description The account of that address is a member. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Joined"];
                };
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). The request cannot be read (`urn:digitallz-keywords:problem:malformed-request`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The plan has no more of this (`urn:digitallz-keywords:problem:quota-reached`). */
            402: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). Confirm your address first (`urn:digitallz-keywords:problem:email-unproved`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Register first (`urn:digitallz-keywords:problem:account-needed`). This cannot be done as things stand (`urn:digitallz-keywords:problem:not-possible-now`). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large (`urn:digitallz-keywords:problem:too-large`). */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of a kind that is not taken here (`urn:digitallz-keywords:problem:unsupported-media-type`). */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listApiKeys: {
        parameters: {
            query?: {
                /** @description Position that a write answered with: the read waits up to 1 s until it is seen, else it answers with `stale: true`. */
                minPosition?: string;
                /** @description How many items a page has at most. */
                limit?: number;
                /** @description nextCursor of the page before; the filters and the sort must be the same. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of keys that were not revoked, the newest first; expired ones are among them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyPage"];
                };
            };
            /** @description Not changed since the answer whose ETag If-None-Match names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    issueApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body gets the same answer for 24 hours; with another body it is refused. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssueApiKeyBody"];
            };
        };
        responses: {
            /** @description Made; copy the key now. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedApiKey"];
                };
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). The request cannot be read (`urn:digitallz-keywords:problem:malformed-request`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large (`urn:digitallz-keywords:problem:too-large`). */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of a kind that is not taken here (`urn:digitallz-keywords:problem:unsupported-media-type`). */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This Idempotency-Key was used for another request (`urn:digitallz-keywords:problem:idempotency-key-reused`). */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id as an earlier answer gave it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevokedApiKey"];
                };
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`urn:digitallz-keywords:problem:not-found`). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A file to keep. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonalExport"];
                };
            };
            /** @description Not changed since the answer whose ETag If-None-Match names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeConsent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsentBody"];
            };
        };
        responses: {
            /** @description What you agree to now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Consents"];
                };
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). The request cannot be read (`urn:digitallz-keywords:problem:malformed-request`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This cannot be done as things stand (`urn:digitallz-keywords:problem:not-possible-now`). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large (`urn:digitallz-keywords:problem:too-large`). */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of a kind that is not taken here (`urn:digitallz-keywords:problem:unsupported-media-type`). */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAuditEvents: {
        parameters: {
            query?: {
                /** @description Position that a write answered with: the read waits up to 1 s until it is seen, else it answers with `stale: true`. */
                minPosition?: string;
                /** @description How many items a page has at most. */
                limit?: number;
                /** @description nextCursor of the page before; the filters and the sort must be the same. */
                cursor?: string;
                /** @description A stream, as an entry names it. */
                stream?: string;
                /** @description A type of event, or the beginning of one. */
                type?: string;
                /** @description Who did it, as an entry names them. */
                actor?: string;
                /** @description Written down at this time or later. */
                from?: string;
                /** @description Written down before this time. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of events. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            /** @description Not changed since the answer whose ETag If-None-Match names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPlans: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every plan, from the smallest. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanList"];
                };
            };
            /** @description Not changed since the answer whose ETag If-None-Match names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSubscription: {
        parameters: {
            query?: {
                /** @description Position that a write answered with: the read waits up to 1 s until it is seen, else it answers with `stale: true`. */
                minPosition?: string;
                /** @description As it was known at that moment. A date alone is the end of that day, UTC. */
                asOf?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Now, or as it was known then. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"];
                };
            };
            /** @description Not changed since the answer whose ETag If-None-Match names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listInvoices: {
        parameters: {
            query?: {
                /** @description Position that a write answered with: the read waits up to 1 s until it is seen, else it answers with `stale: true`. */
                minPosition?: string;
                /** @description As it was known at that moment. A date alone is the end of that day, UTC. */
                asOf?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Without links: those are in the customer portal. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoiceList"];
                };
            };
            /** @description Not changed since the answer whose ETag If-None-Match names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBillingEvents: {
        parameters: {
            query?: {
                /** @description Position that a write answered with: the read waits up to 1 s until it is seen, else it answers with `stale: true`. */
                minPosition?: string;
                /** @description How many items a page has at most. */
                limit?: number;
                /** @description nextCursor of the page before; the filters and the sort must be the same. */
                cursor?: string;
                /** @description As it was known at that moment. A date alone is the end of that day, UTC. */
                asOf?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of facts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillingEventPage"];
                };
            };
            /** @description Not changed since the answer whose ETag If-None-Match names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBillingOverview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Of all workspaces. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillingOverview"];
                };
            };
            /** @description Not changed since the answer whose ETag If-None-Match names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startCheckout: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body gets the same answer for 24 hours; with another body it is refused. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckoutBody"];
            };
        };
        responses: {
            /** @description Where to pay. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Checkout"];
                };
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). The request cannot be read (`urn:digitallz-keywords:problem:malformed-request`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). Confirm your address first (`urn:digitallz-keywords:problem:email-unproved`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This cannot be done as things stand (`urn:digitallz-keywords:problem:not-possible-now`). Somebody else changed this at the same moment (`urn:digitallz-keywords:problem:conflict`). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large (`urn:digitallz-keywords:problem:too-large`). */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of a kind that is not taken here (`urn:digitallz-keywords:problem:unsupported-media-type`). */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This Idempotency-Key was used for another request (`urn:digitallz-keywords:problem:idempotency-key-reused`). */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openPortal: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A link that is good for one visit. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillingPortal"];
                };
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This cannot be done as things stand (`urn:digitallz-keywords:problem:not-possible-now`). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewChange: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WantedPlanBody"];
            };
        };
        responses: {
            /** @description Nothing is changed by asking. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanChangePreview"];
                };
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). The request cannot be read (`urn:digitallz-keywords:problem:malformed-request`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This cannot be done as things stand (`urn:digitallz-keywords:problem:not-possible-now`). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large (`urn:digitallz-keywords:problem:too-large`). */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of a kind that is not taken here (`urn:digitallz-keywords:problem:unsupported-media-type`). */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePlan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WantedPlanBody"];
            };
        };
        responses: {
            /** @description Unused time is credited, the rest charged at once. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanChangeAsked"];
                };
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). The request cannot be read (`urn:digitallz-keywords:problem:malformed-request`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This cannot be done as things stand (`urn:digitallz-keywords:problem:not-possible-now`). Somebody else changed this at the same moment (`urn:digitallz-keywords:problem:conflict`). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large (`urn:digitallz-keywords:problem:too-large`). */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of a kind that is not taken here (`urn:digitallz-keywords:problem:unsupported-media-type`). */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Until then all stays as it is. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanChangeAsked"];
                };
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This cannot be done as things stand (`urn:digitallz-keywords:problem:not-possible-now`). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resumeSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It will be renewed. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanChangeAsked"];
                };
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This cannot be done as things stand (`urn:digitallz-keywords:problem:not-possible-now`). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receiveStripeEvent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is stored. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        received: true;
                        /** @description False where it was told before: then nothing happens. */
                        isNew: boolean;
                    };
                };
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). The request cannot be read (`urn:digitallz-keywords:problem:malformed-request`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large (`urn:digitallz-keywords:problem:too-large`). */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of a kind that is not taken here (`urn:digitallz-keywords:problem:unsupported-media-type`). */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listKeywords: {
        parameters: {
            query?: {
                /** @description Position that a write answered with: the read waits up to 1 s until it is seen, else it answers with `stale: true`. */
                minPosition?: string;
                /** @description How many items a page has at most. */
                limit?: number;
                /** @description nextCursor of the page before; the filters and the sort must be the same. */
                cursor?: string;
                /** @description Finds keywords that hold this text anywhere, whatever its case; where there are none, those that are spelled like it. */
                query?: string;
                /** @description One marketplace alone. */
                marketplace?: "amazon" | "etsy" | "ebay";
                /** @description One country alone, ISO 3166-1 alpha-2. */
                country?: "US" | "GB" | "DE" | "FR" | "IT" | "ES" | "CA" | "AU" | "JP" | "MX" | "BR" | "NL" | "SE" | "TR" | "AE" | "SA" | "SG" | "BE" | "EG" | "IN" | "AT" | "CH" | "IE" | "PL";
                /** @description Least searches a month; keywords whose demand is not known are left out. */
                minVolume?: number;
                /** @description A minus sorts from the greatest. Keywords without the value come last either way. */
                sort?: "-searchVolume" | "searchVolume" | "-opportunity" | "opportunity" | "-competition" | "competition" | "-resultCount" | "resultCount" | "-averagePrice" | "averagePrice" | "keyword" | "-keyword" | "-lastObservedAt";
                /** @description Answers what we would have answered at that moment: by what was recorded until then, with the formulas that were live then. A date alone is the end of that day, UTC. A moment that is still to come is answered as now. */
                asOf?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeywordPageDto"];
                };
            };
            /** @description Not changed since the answer whose ETag If-None-Match names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The plan has no more of this (`urn:digitallz-keywords:problem:quota-reached`). */
            402: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getKeyword: {
        parameters: {
            query?: {
                /** @description Position that a write answered with: the read waits up to 1 s until it is seen, else it answers with `stale: true`. */
                minPosition?: string;
                /** @description Answers what we would have answered at that moment: by what was recorded until then, with the formulas that were live then. A date alone is the end of that day, UTC. A moment that is still to come is answered as now. */
                asOf?: string;
            };
            header?: never;
            path: {
                /** @description Id as an earlier answer gave it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeywordDto"];
                };
            };
            /** @description Not changed since the answer whose ETag If-None-Match names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`urn:digitallz-keywords:problem:not-found`). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getKeywordTrend: {
        parameters: {
            query?: {
                /** @description Position that a write answered with: the read waits up to 1 s until it is seen, else it answers with `stale: true`. */
                minPosition?: string;
                /** @description Answers what we would have answered at that moment: by what was recorded until then, with the formulas that were live then. A date alone is the end of that day, UTC. A moment that is still to come is answered as now. */
                asOf?: string;
                /** @description What to show over time. */
                metric?: "searchVolume" | "resultCount" | "competition" | "cpc" | "averagePrice" | "minPrice" | "maxPrice" | "rank" | "reviews" | "favourites" | "sales" | "opportunity";
                /** @description One value for each day, week (from Monday) or month, in UTC. */
                interval?: "day" | "week" | "month";
                /** @description From this date or moment on. */
                from?: string;
                /** @description Until this date (its end) or moment. */
                to?: string;
            };
            header?: never;
            path: {
                /** @description Id as an earlier answer gave it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeywordTrendDto"];
                };
            };
            /** @description Not changed since the answer whose ETag If-None-Match names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`urn:digitallz-keywords:problem:not-found`). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getKeywordHistory: {
        parameters: {
            query?: {
                /** @description Position that a write answered with: the read waits up to 1 s until it is seen, else it answers with `stale: true`. */
                minPosition?: string;
                /** @description How many items a page has at most. */
                limit?: number;
                /** @description nextCursor of the page before; the filters and the sort must be the same. */
                cursor?: string;
                /** @description Answers what we would have answered at that moment: by what was recorded until then, with the formulas that were live then. A date alone is the end of that day, UTC. A moment that is still to come is answered as now. */
                asOf?: string;
            };
            header?: never;
            path: {
                /** @description Id as an earlier answer gave it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeywordHistoryDto"];
                };
            };
            /** @description Not changed since the answer whose ETag If-None-Match names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`urn:digitallz-keywords:problem:not-found`). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getKeywordListings: {
        parameters: {
            query?: {
                /** @description Position that a write answered with: the read waits up to 1 s until it is seen, else it answers with `stale: true`. */
                minPosition?: string;
                /** @description Answers what we would have answered at that moment: by what was recorded until then, with the formulas that were live then. A date alone is the end of that day, UTC. A moment that is still to come is answered as now. */
                asOf?: string;
            };
            header?: never;
            path: {
                /** @description Id as an earlier answer gave it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeywordListingsDto"];
                };
            };
            /** @description Not changed since the answer whose ETag If-None-Match names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`urn:digitallz-keywords:problem:not-found`). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTrackedKeywords: {
        parameters: {
            query?: {
                /** @description Position that a write answered with: the read waits up to 1 s until it is seen, else it answers with `stale: true`. */
                minPosition?: string;
                /** @description How many items a page has at most. */
                limit?: number;
                /** @description nextCursor of the page before; the filters and the sort must be the same. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of tracked keywords. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrackedKeywordPage"];
                };
            };
            /** @description Not changed since the answer whose ETag If-None-Match names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    trackKeyword: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body gets the same answer for 24 hours; with another body it is refused. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrackKeywordBody"];
            };
        };
        responses: {
            /** @description It is tracked; a look follows. A repeat answers the same. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tracked"];
                };
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). The request cannot be read (`urn:digitallz-keywords:problem:malformed-request`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The plan has no more of this (`urn:digitallz-keywords:problem:quota-reached`). */
            402: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large (`urn:digitallz-keywords:problem:too-large`). */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of a kind that is not taken here (`urn:digitallz-keywords:problem:unsupported-media-type`). */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This Idempotency-Key was used for another request (`urn:digitallz-keywords:problem:idempotency-key-reused`). */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    untrackKeyword: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id as an earlier answer gave it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is no longer tracked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Untracked"];
                };
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`urn:digitallz-keywords:problem:not-found`). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    requestCrawl: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body gets the same answer for 24 hours; with another body it is refused. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestCrawlBody"];
            };
        };
        responses: {
            /** @description It is recorded and will be done; ask for it by its id. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CrawlAccepted"];
                };
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). The request cannot be read (`urn:digitallz-keywords:problem:malformed-request`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The plan has no more of this (`urn:digitallz-keywords:problem:quota-reached`). */
            402: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large (`urn:digitallz-keywords:problem:too-large`). */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of a kind that is not taken here (`urn:digitallz-keywords:problem:unsupported-media-type`). */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This Idempotency-Key was used for another request (`urn:digitallz-keywords:problem:idempotency-key-reused`). */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCrawl: {
        parameters: {
            query?: {
                /** @description Position that a write answered with: the read waits up to 1 s until it is seen, else it answers with `stale: true`. */
                minPosition?: string;
            };
            header?: never;
            path: {
                /** @description Id as an earlier answer gave it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its status, progress and failures. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Crawl"];
                };
            };
            /** @description Not changed since the answer whose ETag If-None-Match names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`urn:digitallz-keywords:problem:not-found`). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postObservations: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body gets the same answer for 24 hours; with another body it is refused. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostObservationsBody"];
            };
        };
        responses: {
            /** @description What was recorded. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObservationsAccepted"];
                };
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). The request cannot be read (`urn:digitallz-keywords:problem:malformed-request`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large (`urn:digitallz-keywords:problem:too-large`). */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of a kind that is not taken here (`urn:digitallz-keywords:problem:unsupported-media-type`). */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An item of the batch is not valid; nothing was recorded (`urn:digitallz-keywords:problem:bad-item`). This Idempotency-Key was used for another request (`urn:digitallz-keywords:problem:idempotency-key-reused`). */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retractObservation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id as an earlier answer gave it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetractBody"];
            };
        };
        responses: {
            /** @description It counts no more. A repeat answers the same. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Retracted"];
                };
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). The request cannot be read (`urn:digitallz-keywords:problem:malformed-request`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`urn:digitallz-keywords:problem:not-found`). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large (`urn:digitallz-keywords:problem:too-large`). */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of a kind that is not taken here (`urn:digitallz-keywords:problem:unsupported-media-type`). */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSearches: {
        parameters: {
            query?: {
                /** @description Position that a write answered with: the read waits up to 1 s until it is seen, else it answers with `stale: true`. */
                minPosition?: string;
                /** @description How many items a page has at most. */
                limit?: number;
                /** @description nextCursor of the page before; the filters and the sort must be the same. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of searches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchPage"];
                };
            };
            /** @description Not changed since the answer whose ETag If-None-Match names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    clearSearches: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They are forgotten. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchesForgotten"];
                };
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteSearch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id as an earlier answer gave it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is forgotten. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchesForgotten"];
                };
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`urn:digitallz-keywords:problem:not-found`). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSuggestions: {
        parameters: {
            query: {
                /** @description Position that a write answered with: the read waits up to 1 s until it is seen, else it answers with `stale: true`. */
                minPosition?: string;
                /** @description What stands in the search box so far. */
                prefix: string;
                /** @description Of this marketplace alone. */
                marketplace?: "amazon" | "etsy" | "ebay";
                /** @description Of this country alone. */
                country?: "US" | "GB" | "DE" | "FR" | "IT" | "ES" | "CA" | "AU" | "JP" | "MX" | "BR" | "NL" | "SE" | "TR" | "AE" | "SA" | "SG" | "BE" | "EG" | "IN" | "AT" | "CH" | "IE" | "PL";
                /** @description How many at most. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Suggestions, the best first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuggestionList"];
                };
            };
            /** @description Not changed since the answer whose ETag If-None-Match names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    followMoves: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An endless stream. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example event: moved
                     *     data: {"projection":"keywords","position":"1042","keys":null}
                     */
                    "text/event-stream": string;
                };
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLiveness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It does. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Prometheus text format. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
        };
    };
    getStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The status. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Status"];
                };
            };
            /** @description Not changed since the answer whose ETag If-None-Match names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProjections: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectionList"];
                };
            };
            /** @description Not changed since the answer whose ETag If-None-Match names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rebuildProjection: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body gets the same answer for 24 hours; with another body it is refused. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Name of the projection. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The projector will begin. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RebuildRequested"];
                };
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`urn:digitallz-keywords:problem:not-found`). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    switchProjection: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body gets the same answer for 24 hours; with another body it is refused. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Name of the projection. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How it stands now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Projection"];
                };
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`urn:digitallz-keywords:problem:not-found`). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This cannot be done as things stand (`urn:digitallz-keywords:problem:not-possible-now`). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undoProjectionSwitch: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body gets the same answer for 24 hours; with another body it is refused. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Name of the projection. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How it stands now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Projection"];
                };
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`urn:digitallz-keywords:problem:not-found`). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This cannot be done as things stand (`urn:digitallz-keywords:problem:not-possible-now`). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelProjectionRebuild: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body gets the same answer for 24 hours; with another body it is refused. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Name of the projection. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How it stands now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Projection"];
                };
            };
            /** @description The request holds a value that is not allowed (`urn:digitallz-keywords:problem:bad-input`). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first (`urn:digitallz-keywords:problem:sign-in-needed`). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this (`urn:digitallz-keywords:problem:not-allowed`). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`urn:digitallz-keywords:problem:not-found`). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This cannot be done as things stand (`urn:digitallz-keywords:problem:not-possible-now`). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`urn:digitallz-keywords:problem:too-many-requests`). */
            429: {
                headers: {
                    /** @description Seconds until one more is allowed. */
                    "Retry-After"?: number;
                    /**
                     * @description How many requests are left at once, and in how many seconds all are again.
                     * @example "requests";r=0;t=60
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (`urn:digitallz-keywords:problem:unexpected`). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the product does not answer; try again soon (`urn:digitallz-keywords:problem:unavailable`). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
