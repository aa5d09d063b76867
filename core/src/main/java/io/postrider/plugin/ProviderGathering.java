package io.postrider.plugin;

import io.postrider.plugin.PluginState.Kind;
import io.postrider.plugin.PluginState.Offer;
import io.postrider.plugin.api.Channel;
import io.postrider.plugin.api.GatewayProvider;
import io.postrider.plugin.api.ImporterProvider;
import io.postrider.plugin.api.Setting;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes the providers of one plugin, and puts a guard before each. */
final class ProviderGathering {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,62}");
    private final PluginScope scope;
    private final ClassLoader loader;
    private final Set<Offer> taken;
    private final List<Offer> offers = new ArrayList<>();
    private final List<GatewayProvider> gateways = new ArrayList<>();
    private final List<ImporterProvider> importers = new ArrayList<>();
    private final List<Channel> channels = new ArrayList<>();

    /** @param taken what other plugins offer */
    ProviderGathering(PluginScope scope, ClassLoader loader, Set<Offer> taken) {
        this.scope = scope;
        this.loader = loader;
        this.taken = taken;
    }

    List<Offer> offers() {
        return List.copyOf(offers);
    }

    List<GatewayProvider> gateways() {
        return List.copyOf(gateways);
    }

    List<ImporterProvider> importers() {
        return List.copyOf(importers);
    }

    List<Channel> channels() {
        return List.copyOf(channels);
    }

    void gather(Collection<String> classNames) throws PluginRefused {
        for (String className : classNames) {
            add(scope.inPlugin(() -> make(className)));
        }
        if (offers.isEmpty()) {
            throw new PluginRefused(
                    PluginFault.NO_PROVIDERS,
                    "The plugin offers no gateway, importer or channel; its META-INF/extensions.idx may be missing.");
        }
    }

    private Object make(String className) throws PluginRefused {
        try {
            return loader.loadClass(className).getDeclaredConstructor().newInstance();
        } catch (InvocationTargetException thrown) {
            throw notMade(className, thrown.getCause() == null ? thrown : thrown.getCause());
        } catch (Throwable thrown) {
            throw notMade(className, thrown);
        }
    }

    private static PluginRefused notMade(String className, Throwable thrown) {
        boolean unlinked = thrown instanceof ClassNotFoundException
                || (thrown instanceof LinkageError && !(thrown instanceof ExceptionInInitializerError));
        return unlinked
                ? new PluginRefused(
                        PluginFault.DOES_NOT_LINK,
                        "The plugin's class " + className + " needs a class that it does not bring: "
                                + PluginRefused.words(thrown),
                        thrown)
                : new PluginRefused(
                        PluginFault.CONSTRUCTOR_FAILED,
                        "The plugin's class " + className + " cannot be made: " + PluginRefused.words(thrown),
                        thrown);
    }

    private void add(Object provider) throws PluginRefused {
        if (provider instanceof GatewayProvider gateway) {
            String name = offer(Kind.GATEWAY, gateway::name);
            gateways.add(new GuardedGatewayProvider(scope, gateway, name, settings(name, gateway::settings)));
        }
        if (provider instanceof ImporterProvider importer) {
            String name = offer(Kind.IMPORTER, importer::name);
            importers.add(new GuardedImporterProvider(scope, importer, name, settings(name, importer::settings)));
        }
        if (provider instanceof Channel channel) {
            channels.add(new GuardedChannel(scope, channel, offer(Kind.CHANNEL, channel::name)));
        }
    }

    private String offer(Kind kind, PluginScope.Call<String, RuntimeException> naming) throws PluginRefused {
        Offer offer = new Offer(kind, name(naming));
        if (taken.contains(offer) || offers.contains(offer)) {
            throw new PluginRefused(
                    PluginFault.NAME_TAKEN, "Another plugin already offers the name " + offer.name() + "; remove one.");
        }
        offers.add(offer);
        return offer.name();
    }

    private String name(PluginScope.Call<String, RuntimeException> naming) throws PluginRefused {
        try {
            String name = scope.inPlugin(naming);
            if (NAME.matcher(name).matches()) {
                return name;
            }
        } catch (Throwable thrown) {
            throw new PluginRefused(
                    PluginFault.BAD_NAME, "The plugin's name() failed: " + PluginRefused.words(thrown), thrown);
        }
        throw new PluginRefused(
                PluginFault.BAD_NAME, "The name of a provider must be lower-case letters, digits and dashes.");
    }

    private List<Setting> settings(String name, PluginScope.Call<List<Setting>, RuntimeException> listing)
            throws PluginRefused {
        try {
            List<Setting> settings = List.copyOf(scope.inPlugin(listing));
            mustBeSound(settings);
            return settings;
        } catch (Throwable thrown) {
            throw new PluginRefused(
                    PluginFault.SETTINGS_FAILED,
                    "The settings of " + name + " cannot be listed: " + PluginRefused.words(thrown),
                    thrown);
        }
    }

    /** Names must be unique, and a default must be what the setting itself allows. */
    private static void mustBeSound(List<Setting> settings) {
        Set<String> names = settings.stream().map(Setting::name).collect(Collectors.toSet());
        if (names.size() < settings.size()) {
            throw new IllegalArgumentException("two settings share a name");
        }
        for (Setting setting : settings) {
            if (!setting.defaultValue().isEmpty()
                    && !SettingsCheck.of(List.of(setting), Map.of()).passed()) {
                throw new IllegalArgumentException("the default of " + setting.name() + " is not allowed");
            }
        }
    }
}
