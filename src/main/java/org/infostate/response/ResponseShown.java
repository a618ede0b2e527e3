package org.infostate.response;

import java.util.LinkedHashMap;
import java.util.Map;
import org.infostate.account.Actor;
import org.infostate.questionnaire.Section;

/**
 * Fired when a page of a response is about to be drawn, so that capabilities that know more about
 * it can add what they want to be shown.
 *
 * @param section null for the overview
 * @param parts what templates are given to show it, by name
 */
public record ResponseShown(
    Response response, Section section, Actor actor, Map<String, Object> parts) {

  static ResponseShown to(Actor actor, Response response, Section section) {
    return new ResponseShown(response, section, actor, new LinkedHashMap<>());
  }
}
