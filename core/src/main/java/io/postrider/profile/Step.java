package io.postrider.profile;

/** Which profile is meant, seen from one: itself, or its neighbour in the order of ids. */
public enum Step {
    CHOSEN,
    NEXT,
    PREVIOUS
}
