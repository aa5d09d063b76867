package io.postrider.simulator.clicks;

import java.util.List;

/** User-Agents of phones and of robots that look at links. */
final class Agents {
    private static final List<String> BROWSERS = List.of(
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
                    + " Version/18.5 Mobile/15E148 Safari/604.1",
            "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0"
                    + " Mobile Safari/537.36",
            "Mozilla/5.0 (Linux; Android 14; SM-S928B) AppleWebKit/537.36 (KHTML, like Gecko)"
                    + " SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36",
            "Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0");
    private static final List<String> ROBOTS = List.of(
            "facebookexternalhit/1.1 Facebot Twitterbot/1.0",
            "WhatsApp/2.24.20.80 A",
            "GoogleMessages",
            "TelegramBot (like TwitterBot)",
            "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
            "curl/8.5.0");

    private Agents() {}

    /** The browser of a phone, which stays the same. */
    static String browser(long phone) {
        return BROWSERS.get(Math.floorMod(Long.hashCode(phone), BROWSERS.size()));
    }

    /** The robot that these bits of chance choose. */
    static String robot(long bits) {
        return ROBOTS.get((int) Math.floorMod(bits, (long) ROBOTS.size()));
    }
}
