package io.postrider.http;

import java.util.Map;

/** A noun's HTTP operations. */
public interface Api {
    /** Each operation under its {@code operationId} in {@code openapi.yaml}. */
    Map<String, Operation> operations();
}
