package io.postrider.simulator.clicks;

/**
 * A link to be opened.
 *
 * @param link the address
 * @param method GET or HEAD
 * @param robot whether a robot does it
 * @param agent the User-Agent
 */
record Visit(String link, String method, boolean robot, String agent) {}
