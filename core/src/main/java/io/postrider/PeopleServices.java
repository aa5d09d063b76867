package io.postrider;

import io.postrider.config.Settings;
import io.postrider.http.Api;
import io.postrider.job.JobApi;
import io.postrider.job.JobStore;
import io.postrider.job.UploadApi;
import io.postrider.job.UploadFolder;
import io.postrider.job.UploadStore;
import io.postrider.plugin.Plugins;
import io.postrider.profile.DatabaseApi;
import io.postrider.profile.DatabaseStore;
import io.postrider.profile.FieldExamplesApi;
import io.postrider.profile.PhoneNumbers;
import io.postrider.profile.ProfileSearchStore;
import io.postrider.profile.ProfileStore;
import io.postrider.queue.HintQueue;
import io.postrider.resource.ProfileApi;
import io.postrider.resource.ProfileBatchStore;
import io.postrider.resource.ProfileListing;
import io.postrider.resource.ResourceApi;
import io.postrider.resource.ResourceStore;
import io.postrider.resource.SubscribableResources;
import io.postrider.resource.SubscriptionApi;
import io.postrider.resource.SubscriptionStore;
import io.postrider.stage.importing.ImportApi;
import io.postrider.store.Database;
import io.postrider.store.Ids;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import java.util.random.RandomGenerator;

/** What can be asked of the server about people: databases, profiles, resources, subscriptions, and their import. */
final class PeopleServices {
    private static final int READERS = 2;

    private PeopleServices() {}

    /** Where files lie until they are imported. */
    static UploadFolder uploads(Settings settings, Foundation foundation, RandomGenerator random) {
        return new UploadFolder(
                foundation.vertx(),
                settings.data().resolve("uploads"),
                settings.importing().uploadBytes(),
                random);
    }

    static List<Api> apis(
            Settings settings,
            Foundation foundation,
            Plugins plugins,
            HintQueue queue,
            Clock clock,
            RandomGenerator random) {
        Database database = foundation.people();
        Ids ids = foundation.ids();
        Vertx vertx = foundation.vertx();
        PhoneNumbers phones = new PhoneNumbers();
        DatabaseStore databases = new DatabaseStore(database, ids);
        ProfileStore profiles = new ProfileStore(database);
        SubscriptionStore subscriptions = new SubscriptionStore(database);
        ProfileSearchStore search = new ProfileSearchStore(database, phones);
        ProfileListing listing = new ProfileListing(search, subscriptions);
        ProfileBatchStore batches = new ProfileBatchStore(database, ids, clock);
        ResourceStore resources = new ResourceStore(database, ids);
        SubscribableResources subscribable = new SubscribableResources(resources);
        JobStore jobs = new JobStore(database, ids);
        UploadStore uploads = new UploadStore(database, ids);
        UploadFolder folder = uploads(settings, foundation, random);
        return List.of(
                new DatabaseApi(databases, profiles, phones),
                new FieldExamplesApi(databases, search),
                new ProfileApi(databases, profiles, listing, batches, subscribable, phones),
                new ResourceApi(resources),
                new SubscriptionApi(subscriptions, databases, profiles, batches, subscribable, phones),
                new JobApi(jobs, queue),
                new UploadApi(uploads, folder),
                new ImportApi(
                        jobs,
                        uploads,
                        folder,
                        databases,
                        subscribable,
                        plugins::importers,
                        phones,
                        vertx.createSharedWorkerExecutor("looking-at-files", READERS),
                        queue));
    }
}
