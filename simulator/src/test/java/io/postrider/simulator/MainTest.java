package io.postrider.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.simulator.junit.SimulatorExtension;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SimulatorExtension.class)
@Timeout(60)
class MainTest {
    @Test
    void itSaysInOneLineWhereItIsAndEndsWhenTold() throws Exception {
        Process process = start("--smpp-port=0", "--http-port=0");
        BufferedReader output = process.inputReader();

        assertThat(output.readLine())
                .matches("Postrider simulator is ready: smpp=127\\.0\\.0\\.1:\\d+ http=http://127\\.0\\.0\\.1:\\d+");
        process.toHandle().destroy(); // Process.destroy would close the streams
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(output.readLine()).isNull();
    }

    @Test
    void thePortOfTlsIsSaidToo() throws Exception {
        Process process = start("--smpp-port=0", "--http-port=0", "--tls-port=0");

        assertThat(process.inputReader().readLine())
                .matches(
                        "Postrider simulator is ready: smpp=\\S+:\\d+ tls=127\\.0\\.0\\.1:[1-9]\\d* http=http://\\S+:\\d+");
        process.destroy();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void moreMegabytesThanCanBeKeptAreSaidInOneSentence() throws Exception {
        Process process = start("--keep-pdus=5000");

        assertThat(process.errorReader().lines()).containsExactly("Between 1 and 2000 megabytes of PDUs can be kept.");
        assertThat(process.waitFor()).isEqualTo(1);
    }

    @Test
    void aTakenPortIsSaidInOneSentence(Simulator other) throws Exception {
        Process process = start("--smpp-port=" + other.smppPort(), "--http-port=0");

        assertThat(process.errorReader().lines())
                .containsExactly("The simulator cannot listen on 127.0.0.1 at the ports " + other.smppPort()
                        + " and 0: Address already in use.");
        assertThat(process.waitFor()).isEqualTo(1);
    }

    @Test
    void impossibleSharesAreSaidInOneSentence() throws Exception {
        Process process = start("--delivered=50");

        assertThat(process.errorReader().lines())
                .containsExactly("The shares of delivered, undelivered and expired messages must add up to 100.");
        assertThat(process.waitFor()).isEqualTo(1);
    }

    private static Process start(String... options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(Main.class.getName());
        command.addAll(List.of(options));
        return new ProcessBuilder(command).start();
    }
}
