package io.postrider.simulator.text;

/**
 * The text of one submit_sm.
 *
 * @param text as a phone would show it
 * @param encoding the name of its alphabet
 * @param reference what the parts of one message have in common; 0 for a message of one part
 * @param total how many parts the message has
 * @param number which one this is, from 1
 */
public record Segment(String text, String encoding, int reference, int total, int number) {}
