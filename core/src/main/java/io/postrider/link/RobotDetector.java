package io.postrider.link;

import java.util.List;
import java.util.Locale;

/**
 * Tells people from programs that open links: previews of messengers, scanners of operators and security suites, crawlers,
 * monitors and plain HTTP clients. A request is a robot's when it is a HEAD request, or when its user agent has one of the
 * words below in it. A missing user agent says nothing, since some in-app browsers send none.
 */
public final class RobotDetector {
    /** Most robots say so. */
    private static final List<String> GENERAL =
            List.of("bot", "crawl", "spider", "scan", "preview", "fetch", "monitor", "headless");

    /** Link previews of messengers and networks that do not call themselves bots. */
    private static final List<String> PREVIEWS = List.of(
            "facebookexternalhit",
            "facebookcatalog",
            "meta-external",
            "whatsapp/",
            "vkshare",
            "skypeuri",
            "flipboardproxy",
            "embedly",
            "iframely",
            "google-safety",
            "google web preview",
            "googleimageproxy",
            "google-read-aloud");

    /** Security suites that open links before people do. */
    private static final List<String> SCANNERS = List.of(
            "barracuda", "proofpoint", "mimecast", "safelinks", "symantec", "trendmicro", "virustotal", "urlscan");

    /** HTTP clients without a person behind them, and monitors. */
    private static final List<String> CLIENTS = List.of(
            "curl/",
            "wget/",
            "python-",
            "python/",
            "aiohttp",
            "go-http-client",
            "java/",
            "apache-httpclient",
            "libwww",
            "node-fetch",
            "axios/",
            "postmanruntime",
            "pingdom",
            "lighthouse",
            "phantomjs");

    /** Phones whose names look like robots'. */
    private static final List<String> PHONES = List.of("cubot");

    /** Whether a request with this method and user agent comes from a program; an empty user agent means that there is none. */
    public boolean isRobot(String method, String userAgent) {
        String agent = userAgent.toLowerCase(Locale.ROOT);
        for (String phone : PHONES) {
            agent = agent.replace(phone, "");
        }
        return "HEAD".equals(method)
                || contains(agent, GENERAL)
                || contains(agent, PREVIEWS)
                || contains(agent, SCANNERS)
                || contains(agent, CLIENTS);
    }

    private static boolean contains(String agent, List<String> words) {
        for (String word : words) {
            if (agent.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
