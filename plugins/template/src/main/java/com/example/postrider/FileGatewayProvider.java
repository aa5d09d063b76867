package com.example.postrider;

import io.postrider.plugin.api.Gateway;
import io.postrider.plugin.api.GatewayContext;
import io.postrider.plugin.api.GatewayProvider;
import io.postrider.plugin.api.Setting;
import io.postrider.plugin.api.SettingException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.pf4j.Extension;

/** Makes gateways that write messages to a file instead of sending them. */
@Extension
public final class FileGatewayProvider implements GatewayProvider {
    static final String FILE = "file";

    @Override
    public String name() {
        return "file";
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.text(FILE, "file")
                .asRequired()
                .labelled("File", "Файл")
                .explained("Messages are added to the end of this file.", "Сообщения дописываются в конец этого файла."));
    }

    @Override
    public Gateway open(GatewayContext host) {
        try {
            return new FileGateway(host, Path.of(host.settings().get(FILE)));
        } catch (InvalidPathException problem) {
            throw new SettingException(FILE, "This is no name of a file.");
        }
    }
}
