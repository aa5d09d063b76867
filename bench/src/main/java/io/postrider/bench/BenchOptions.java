package io.postrider.bench;

import picocli.CommandLine.Command;

/** What only one bench can be told. */
interface BenchOptions {
    /** What is wrong with it in one sentence; empty when nothing is. */
    String refusal();

    /** A bench that cannot be told anything of its own. */
    @Command
    final class None implements BenchOptions {
        @Override
        public String refusal() {
            return "";
        }
    }
}
