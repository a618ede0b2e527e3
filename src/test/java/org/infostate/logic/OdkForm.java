package org.infostate.logic;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.condition.EvaluationContext;
import org.javarosa.core.model.instance.InstanceInitializationFactory;
import org.javarosa.core.model.instance.TreeReference;
import org.javarosa.xform.parse.XFormParser;
import org.javarosa.xform.util.XFormUtils;
import org.javarosa.xpath.XPathNodeset;
import org.javarosa.xpath.XPathParseTool;
import org.javarosa.xpath.expr.XPathFuncExpr;
import org.javarosa.xpath.expr.XPathPathExpr;
import org.javarosa.xpath.parser.XPathSyntaxException;

/** The same answers in ODK's own engine, JavaRosa, as the XForm that pyxform would make of them. */
final class OdkForm {

  private static final Pattern REFERENCE = Pattern.compile("\\$\\{(\\w+)}");

  private final FormDef form;
  private final Map<String, String> paths = new LinkedHashMap<>();

  /**
   * @param questions names outside rosters
   * @param rosters names of rosters, each with its questions
   */
  OdkForm(Filled answers, List<String> questions, Map<String, List<String>> rosters) {
    StringBuilder instance = new StringBuilder();
    StringBuilder binds = new StringBuilder();
    StringBuilder body = new StringBuilder();
    for (String name : questions) {
      paths.put(name, "/data/" + name);
      instance.append(element(name, answers.value(name)));
      binds.append(bind("/data/" + name, answers.value(name)));
      body.append("<input ref='/data/").append(name).append("'/>");
    }
    rosters.forEach(
        (roster, columns) -> {
          List<Answers> rows = answers.rows(roster);
          paths.put(roster, "/data/" + roster);
          instance.append("<").append(roster).append(" jr:template=''>");
          columns.forEach(name -> instance.append(element(name, Value.UNKNOWN)));
          instance.append("</").append(roster).append(">");
          for (Answers row : rows) {
            instance.append("<").append(roster).append(">");
            columns.forEach(name -> instance.append(element(name, row.value(name))));
            instance.append("</").append(roster).append(">");
          }
          body.append("<group ref='/data/" + roster + "'><repeat nodeset='/data/" + roster + "'>");
          for (String name : columns) {
            String path = "/data/" + roster + "/" + name;
            paths.put(name, path);
            Value sample =
                rows.stream()
                    .map(row -> row.value(name))
                    .filter(value -> !value.isUnknown())
                    .findFirst()
                    .orElse(Value.UNKNOWN);
            binds.append(bind(path, sample));
            body.append("<input ref='").append(path).append("'/>");
          }
          body.append("</repeat></group>");
        });
    form = read(instance.toString(), binds.toString(), body.toString());
  }

  private static FormDef read(String instance, String binds, String body) {
    String xml =
        "<h:html xmlns='http://www.w3.org/2002/xforms' xmlns:h='http://www.w3.org/1999/xhtml'"
            + " xmlns:jr='http://openrosa.org/javarosa'><h:head><h:title>t</h:title><model>"
            + "<instance><data id='t'>"
            + instance
            + "</data></instance>"
            + binds
            + "</model></h:head><h:body>"
            + body
            + "</h:body></h:html>";
    try {
      FormDef form =
          XFormUtils.getFormFromInputStream(
              new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
      form.initialize(false, new InstanceInitializationFactory());
      return form;
    } catch (XFormParser.ParseException e) {
      throw new IllegalStateException(xml, e);
    }
  }

  private static String element(String name, Value value) {
    String text = value.text().replace("&", "&amp;").replace("<", "&lt;");
    return "<" + name + ">" + text + "</" + name + ">";
  }

  private static String bind(String path, Value value) {
    String type =
        value instanceof Value.Decimal ? "decimal" : value instanceof Value.Day ? "date" : "string";
    return "<bind nodeset='" + path + "' type='" + type + "'/>";
  }

  /** What ODK makes of an expression; its failure where it fails. Unanswered is the empty text. */
  Object evaluate(String source) {
    try {
      Matcher matcher = REFERENCE.matcher(source);
      String xpath = matcher.replaceAll(m -> Matcher.quoteReplacement(path(m.group(1))));
      EvaluationContext context = form.getEvaluationContext();
      TreeReference self =
          XPathPathExpr.fromRef(
                  ((XPathPathExpr) XPathParseTool.parseXPath("/data/self")).getReference())
              .getReference();
      Object result = XPathParseTool.parseXPath(xpath).eval(new EvaluationContext(context, self));
      return plain(result instanceof XPathNodeset nodes ? XPathFuncExpr.unpack(nodes) : result);
    } catch (XPathSyntaxException | RuntimeException e) {
      return e;
    }
  }

  private String path(String name) {
    return paths.getOrDefault(name, "/data/" + name);
  }

  private static Object plain(Object result) {
    if (result instanceof Date date) {
      return LocalDate.ofInstant(Instant.ofEpochMilli(date.getTime()), ZoneId.systemDefault());
    }
    if (result instanceof Double number && !number.isNaN() && !number.isInfinite()) {
      return BigDecimal.valueOf(number);
    }
    return result;
  }
}
