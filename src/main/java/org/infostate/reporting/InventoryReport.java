package org.infostate.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.infostate.report.Filling;
import org.infostate.report.Stamp;
import org.infostate.response.Response;
import org.infostate.round.Round;
import org.infostate.text.Language;
import org.infostate.text.Texts;

/** The things that the rosters of accepted answers describe: units, courses, equipment, laws. */
@ApplicationScoped
public class InventoryReport implements ReportContent {

  static final String TEMPLATE = "inventory";
  static final Columns REGISTERS = Columns.of("registers", "register items countries");
  static final Columns ITEMS =
      Columns.of(
          "items", "country iso3 region register row question label status value figure date");

  @Inject private AcceptedAnswers accepted;

  /** The things of one register. */
  private record Count(Set<String> items, Set<String> countries) {

    Count() {
      this(new LinkedHashSet<>(), new LinkedHashSet<>());
    }
  }

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
    return Stamp.BLANK.filling(Language.EN, List.of(REGISTERS.empty(), ITEMS.empty()));
  }

  @Override
  public void check(ReportOrder order) {
    accepted.round(order.subject());
  }

  @Override
  public Filling filling(ReportOrder order, Language language) {
    Round round = accepted.round(order.subject());
    List<Response> responses = accepted.accepted(round);
    Map<String, Count> counts = new TreeMap<>();
    int asked = 0;
    int given = 0;
    int withheld = 0;
    for (Response response : responses) {
      for (AcceptedAnswers.One one : things(response)) {
        Count count = counts.computeIfAbsent(one.roster().register(), register -> new Count());
        count.items().add(response.iso3() + " " + one.roster().name() + " " + one.row());
        count.countries().add(response.iso3());
        asked++;
        given += one.held() == null ? 0 : 1;
        withheld += one.withheld() ? 1 : 0;
      }
    }
    Texts texts = Texts.in(language);
    List<List<Object>> registers = new ArrayList<>();
    counts.forEach(
        (register, count) ->
            registers.add(
                List.of(name(register, texts), count.items().size(), count.countries().size())));
    return accepted
        .stamp(round, TEMPLATE, given, asked, withheld, language)
        .filling(
            language,
            List.of(
                REGISTERS.with(registers, language),
                ITEMS.with(
                    new RowsOfResponses(responses, response -> rows(response, language), given),
                    language)));
  }

  private List<AcceptedAnswers.One> things(Response response) {
    return accepted.of(response, form -> true).stream()
        .filter(one -> one.roster() != null && one.roster().register() != null)
        .toList();
  }

  private static String name(String register, Texts texts) {
    String key = "reporting.register." + register;
    return texts.has(key) ? texts.text(key) : register;
  }

  private List<List<Object>> rows(Response response, Language language) {
    Texts texts = Texts.in(language);
    String country = accepted.country(response.iso3(), language);
    String region = accepted.region(response.iso3(), texts);
    List<List<Object>> rows = new ArrayList<>();
    for (AcceptedAnswers.One one : things(response)) {
      if (one.held() != null) {
        List<Object> row = new ArrayList<>();
        row.add(country);
        row.add(response.iso3());
        row.add(region);
        row.add(name(one.roster().register(), texts));
        row.add(one.row());
        row.add(one.question().name());
        row.add(one.form().label(one.question().name(), language));
        row.add(one.standing(texts));
        row.add(one.words(language));
        row.add(one.figure());
        row.add(one.date());
        rows.add(row);
      }
    }
    return rows;
  }
}
