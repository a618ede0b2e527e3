package org.infostate.planted.logic;

import jakarta.json.JsonObject;

/** Brings JSON into a plain package. */
record ReadsJson(JsonObject body) {}
