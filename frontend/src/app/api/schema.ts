// Generated from docs/reference/openapi.json; never edited by hand.
export interface paths {
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
        /** Have a keyword looked at now and every day */
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
         * @description Events named `moved` with `{"projection", "position", "keys"}`: keys are the ids that changed; null means that anything may have changed. Comments in between keep the connection open.
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
            /** @description There is nothing here (`urn:digitallz-keywords:problem:not-found`). */
            404: {
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
            /** @description There is nothing here (`urn:digitallz-keywords:problem:not-found`). */
            404: {
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
            /** @description There is nothing here (`urn:digitallz-keywords:problem:not-found`). */
            404: {
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
            /** @description There is nothing here (`urn:digitallz-keywords:problem:not-found`). */
            404: {
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
            /** @description There is nothing here (`urn:digitallz-keywords:problem:not-found`). */
            404: {
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
            /** @description There is nothing here (`urn:digitallz-keywords:problem:not-found`). */
            404: {
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
            /** @description There is nothing here (`urn:digitallz-keywords:problem:not-found`). */
            404: {
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
