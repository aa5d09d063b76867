package io.postrider.stage.rendering;

import io.postrider.plugin.api.Channel;
import io.postrider.template.CompiledTemplate;
import java.util.List;

/**
 * What every message of a run is made from.
 *
 * @param fixedLinks targets that are the same for everybody, by their numbers
 */
record RunContent(CompiledTemplate template, Channel channel, List<String> fixedLinks) {
    RunContent {
        fixedLinks = List.copyOf(fixedLinks);
    }
}
