package io.postrider.rig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;

/** What processes have used, as Linux tells it in /proc. */
public final class ProcessTimes {
    private static final double TICKS_PER_SECOND = 100;
    private static final int USER_TIME = 11;
    private static final int CHILDREN_SYSTEM_TIME = 14;

    private ProcessTimes() {}

    /** CPU seconds of the process alone, since it began. */
    public static double cpuSeconds(long pid) {
        return ticks(pid, false) / TICKS_PER_SECOND;
    }

    /** CPU seconds of all PostgreSQL processes below this one, those that have ended included. */
    public static double postgresSeconds(long pid) {
        return ProcessHandle.of(pid).stream()
                        .flatMap(ProcessHandle::descendants)
                        .mapToLong(ProcessHandle::pid)
                        .filter(child -> stat(child).contains("(postgres)"))
                        .map(child -> ticks(child, true))
                        .sum()
                / TICKS_PER_SECOND;
    }

    /** Most memory that the process ever had resident, in megabytes. */
    public static long peakResidentMb(long pid) {
        return read(Path.of("/proc", Long.toString(pid), "status"))
                        .lines()
                        .filter(line -> line.startsWith("VmHWM:"))
                        .flatMapToLong(line -> LongStream.of(Long.parseLong(line.replaceAll("\\D", ""))))
                        .findFirst()
                        .orElse(0)
                / 1024;
    }

    private static long ticks(long pid, boolean withEndedChildren) {
        String stat = stat(pid);
        if (stat.isEmpty()) {
            return 0;
        }
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        int last = withEndedChildren ? CHILDREN_SYSTEM_TIME : USER_TIME + 1;
        long ticks = 0;
        for (int field = USER_TIME; field <= last; field++) {
            ticks += Long.parseLong(fields[field]);
        }
        return ticks;
    }

    private static String stat(long pid) {
        return read(Path.of("/proc", Long.toString(pid), "stat"));
    }

    /** Empty when the process has just ended. */
    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException ended) {
            return "";
        }
    }
}
