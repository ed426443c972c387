import { Module, type DynamicModule } from '@nestjs/common';
import { AccountsModule } from './features/accounts/accounts.module.js';
import { ApiKeysModule } from './features/api-keys/api-keys.module.js';
import { AuditModule } from './features/audit/audit.module.js';
import { BillingModule } from './features/billing/billing.module.js';
import { CrawlSchedulingModule } from './features/crawl-scheduling/crawl-scheduling.module.js';
import { HealthModule } from './features/health/health.module.js';
import { KeywordTrackingModule } from './features/keyword-tracking/keyword-tracking.module.js';
import { KeywordsModule } from './features/keywords/keywords.module.js';
import { LiveUpdatesModule } from './features/live-updates/live-updates.module.js';
import { ObservationIntakeModule } from './features/observation-intake/observation-intake.module.js';
import { OperationsModule } from './features/operations/operations.module.js';
import { SearchHistoryModule } from './features/search-history/search-history.module.js';
import { PrivacyModule } from './features/privacy/privacy.module.js';
import { SuggestionsModule } from './features/suggestions/suggestions.module.js';
import { WorkspacesModule } from './features/workspaces/workspaces.module.js';
import { PlatformModule, type PlatformOptions } from './platform/platform.module.js';

/** The API: every feature's slice over one platform. */
@Module({})
export class AppModule {
  static with(options: PlatformOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.forApi(options),
        AccountsModule,
        WorkspacesModule,
        ApiKeysModule,
        PrivacyModule,
        AuditModule,
        BillingModule,
        KeywordsModule,
        KeywordTrackingModule,
        CrawlSchedulingModule,
        ObservationIntakeModule,
        SearchHistoryModule,
        SuggestionsModule,
        LiveUpdatesModule,
        HealthModule,
        OperationsModule,
      ],
    };
  }
}
