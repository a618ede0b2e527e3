package org.infostate.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.infostate.report.Filling;
import org.infostate.report.Stamp;
import org.infostate.response.Progress;
import org.infostate.response.Response;
import org.infostate.round.Round;
import org.infostate.text.Language;
import org.infostate.text.Texts;

/** How far a round has come, in all and country by country. Says nothing of what was answered. */
@ApplicationScoped
public class RoundReport implements ReportContent {

  static final String TEMPLATE = "round";
  static final Columns STATES = Columns.of("states", "state countries");
  static final Columns COUNTRIES =
      Columns.of(
          "countries",
          "country iso3 region state since deadline asked given required_missing completeness");

  @Inject private AcceptedAnswers accepted;

  @Override
  public String template() {
    return TEMPLATE;
  }

  @Override
  public Subject subject() {
    return Subject.ROUND;
  }

  @Override
  public Filling vocabulary() {
    return Stamp.BLANK.filling(Language.EN, List.of(STATES.empty(), COUNTRIES.empty()));
  }

  @Override
  public void check(ReportOrder order) {
    accepted.round(order.subject());
  }

  @Override
  public Filling filling(ReportOrder order, Language language) {
    Round round = accepted.round(order.subject());
    Texts texts = Texts.in(language);
    Map<Response.State, Integer> counts = new EnumMap<>(Response.State.class);
    List<List<Object>> countries = new ArrayList<>();
    List<Progress> all = new ArrayList<>();
    for (Response response : accepted.all(round)) {
      counts.merge(response.state(), 1, Integer::sum);
      Progress progress = accepted.progress(response);
      all.add(progress);
      countries.add(
          List.of(
              accepted.country(response.iso3(), language),
              response.iso3(),
              accepted.region(response.iso3(), texts),
              texts.text("response.state." + response.state().code()),
              response.stateSince(),
              response.deadline(),
              progress.asked(),
              progress.given(),
              progress.requiredMissing(),
              share(progress)));
    }
    List<List<Object>> states = new ArrayList<>();
    for (Response.State state : Response.State.values()) {
      states.add(
          List.of(texts.text("response.state." + state.code()), counts.getOrDefault(state, 0)));
    }
    Stamp stamp =
        new Stamp(
            texts.text("reporting.report." + TEMPLATE),
            round.title(),
            AcceptedAnswers.versions(round),
            texts.text("reporting.sources.round", countries.size()),
            accepted.today(),
            share(Progress.sum(all)),
            0,
            texts.text("reporting.reading." + TEMPLATE));
    return stamp.filling(
        language, List.of(STATES.with(states, language), COUNTRIES.with(countries, language)));
  }

  private static double share(Progress progress) {
    return progress.asked() == 0 ? Double.NaN : (double) progress.given() / progress.asked();
  }
}
