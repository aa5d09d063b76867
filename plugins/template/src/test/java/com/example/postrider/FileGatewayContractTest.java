package com.example.postrider;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.plugin.api.Gateway;
import io.postrider.plugin.api.GatewayContext;
import io.postrider.plugin.testkit.GatewayContract;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the server relies on in every gateway, and below it what this one adds. */
class FileGatewayContractTest extends GatewayContract {
    @TempDir
    Path folder;

    @Override
    protected Gateway open(GatewayContext host) {
        return new FileGatewayProvider().open(host);
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of(FileGatewayProvider.FILE, folder.resolve("messages.txt").toString());
    }

    @Override
    protected Map<String, String> settingsOutOfReach() {
        return Map.of(FileGatewayProvider.FILE, folder.resolve("missing/messages.txt").toString());
    }

    @Test
    void eachPartIsALineOfTheFile() throws Exception {
        var host = new RecordingHost(settings());
        Gateway gateway = started(host);

        submitAll(gateway, host, List.of(submission(1, List.of("first\npart", "second part"))));

        host.outcomes(1);
        assertThat(Files.readAllLines(folder.resolve("messages.txt")))
                .hasSize(2)
                .first()
                .asString()
                .endsWith("\tShop\t79161000001\tfirst part");
    }
}
