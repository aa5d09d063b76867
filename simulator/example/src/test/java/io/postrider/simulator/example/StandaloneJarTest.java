package io.postrider.simulator.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The runnable jar, started in an empty folder. It is there once the simulator is packaged: mvn package, not mvn test. */
@Timeout(120)
class StandaloneJarTest {
    private static final Pattern READY = Pattern.compile(
            "Postrider simulator is ready: smpp=127\\.0\\.0\\.1:(\\d+) http=(http://127\\.0\\.0\\.1:\\d+)");

    @TempDir
    Path empty;

    @Test
    void itSaysWhereItIsAndAnswersThereInAnEmptyFolder() throws Exception {
        Process process = start("--smpp-port=0", "--http-port=0", "--preset=kind");
        try (BufferedReader output = process.inputReader()) {
            Matcher ready = READY.matcher(String.valueOf(output.readLine()));
            assertThat(ready.matches()).as(ready.toString()).isTrue();
            assertThat(get(ready.group(2) + "/api/v1/statistics"))
                    .contains("\"smppPort\":" + ready.group(1))
                    .contains("\"preset\":\"kind\"");
            assertThat(get(ready.group(2) + "/")).contains("<!doctype html>");
            try (var shop = new Shop(Integer.parseInt(ready.group(1)), "postrider", "simulate")) {
                String id = shop.send("12025550101", "Hello");
                assertThat(shop.receipt(id).get(15, TimeUnit.SECONDS)).isEqualTo("DELIVRD");
            }
        } finally {
            process.destroy();
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(empty).isEmptyDirectory();
    }

    @Test
    void itSaysWhatItCanDo() throws Exception {
        Process process = start("--help");

        assertThat(process.inputReader().lines())
                .anyMatch(line -> line.startsWith("Usage: simulator"))
                .anyMatch(line -> line.contains("--preset=NAME"));
        assertThat(process.waitFor()).isZero();
    }

    private Process start(String... options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-jar");
        command.add(System.getProperty("simulator.jar"));
        command.addAll(List.of(options));
        return new ProcessBuilder(command)
                .directory(empty.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String get(String address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }
}
