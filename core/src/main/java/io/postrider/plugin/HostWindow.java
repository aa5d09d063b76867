package io.postrider.plugin;

import java.util.List;

/** All of the host that a plugin can see: its API and what that API stands on. The rest is the JDK's platform loader. */
final class HostWindow extends ClassLoader {
    private static final List<String> VISIBLE =
            List.of("io.postrider.plugin.api.", "org.pf4j.", "org.slf4j.", "org.jspecify.");
    private final ClassLoader host;

    HostWindow(ClassLoader host) {
        super(ClassLoader.getPlatformClassLoader());
        this.host = host;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (VISIBLE.stream().noneMatch(name::startsWith)) {
            throw new ClassNotFoundException(name);
        }
        return host.loadClass(name);
    }
}
