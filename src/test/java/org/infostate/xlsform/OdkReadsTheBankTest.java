package org.infostate.xlsform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.infostate.questionnaire.Form;
import org.infostate.questionnaire.ReadForm;
import org.infostate.spreadsheet.WorkbookFile;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.instance.InstanceInitializationFactory;
import org.javarosa.xform.parse.XFormParser;
import org.javarosa.xform.util.XFormUtils;
import org.javarosa.xpath.XPathParseTool;
import org.javarosa.xpath.parser.XPathSyntaxException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The download of every version that ships is taken by what is built on XLSForm: its sheets keep
 * the rules of pyxform, and the XForm that pyxform would make of them loads in ODK's own engine,
 * which computes every expression once.
 */
class OdkReadsTheBankTest {

  private static final Pattern REFERENCE = Pattern.compile("\\$\\{(\\w+)}");

  /** What an XML element may be called; names of our own kind are shorter still. */
  private static final Pattern ELEMENT = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

  static List<Form> forms() {
    return ReadForm.shipped();
  }

  private static Map<String, List<Map<String, String>>> sheets(Form form) {
    Map<String, List<Map<String, String>>> sheets = new LinkedHashMap<>();
    for (FormSheets.Sheet sheet : FormSheets.of(form)) {
      List<String> headings = sheet.rows().get(0);
      assertEquals(headings.size(), new HashSet<>(headings).size(), "a heading twice");
      List<Map<String, String>> rows = new ArrayList<>();
      for (List<String> cells : sheet.rows().subList(1, sheet.rows().size())) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
          if (!cells.get(i).isEmpty()) {
            row.put(headings.get(i), cells.get(i));
          }
        }
        rows.add(row);
      }
      sheets.put(sheet.name(), rows);
    }
    return sheets;
  }

  @ParameterizedTest
  @MethodSource("forms")
  void theSheetsKeepTheRulesOfPyxform(Form form) {
    Map<String, List<Map<String, String>>> sheets = sheets(form);
    Set<String> lists = new HashSet<>();
    Set<String> choices = new HashSet<>();
    for (Map<String, String> choice : sheets.get("choices")) {
      assertTrue(choice.containsKey("name") && choice.containsKey("list_name"), choice::toString);
      assertTrue(choice.keySet().stream().noneMatch(heading -> heading.isBlank()));
      assertTrue(!choice.get("name").contains(" "), choice::toString);
      lists.add(choice.get("list_name"));
      assertTrue(choices.add(choice.get("list_name") + " " + choice.get("name")), "a choice twice");
    }
    Set<String> names = new HashSet<>();
    List<String> open = new ArrayList<>();
    for (Map<String, String> row : sheets.get("survey")) {
      String type = row.get("type");
      if (type.startsWith("end_")) {
        assertEquals("begin_" + type.substring(4), open.remove(open.size() - 1));
        continue;
      }
      String name = row.get("name");
      assertTrue(ELEMENT.matcher(name).matches() && names.add(name), name);
      assertTrue(!name.equals("data") && !name.equals("meta"), "names of the XForm itself");
      if (type.startsWith("begin_")) {
        open.add(type);
      } else if (type.startsWith("select_")) {
        assertTrue(lists.contains(type.split(" ")[1]), type);
      } else if (type.equals("calculate")) {
        assertTrue(row.containsKey("calculation"), name);
      } else {
        assertTrue(Set.of("text", "integer", "decimal", "date", "note", "file").contains(type));
      }
    }
    assertEquals(List.of(), open);
    Map<String, String> settings = sheets.get("settings").get(0);
    assertEquals(Set.of("form_title", "form_id", "version", "default_language"), settings.keySet());
    String first = "label::" + settings.get("default_language");
    assertTrue(sheets.get("survey").get(0).containsKey(first), first);
  }

  @ParameterizedTest
  @MethodSource("forms")
  void theWorkbookHoldsJustTheseCells(Form form) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FormWorkbook.write(FormSheets.of(form), out);
    assertTrue(out.size() < WorkbookFile.MOST_MEGABYTES << 20);
    assertEquals(List.of(), Markdown.problems(out.toByteArray()));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void theXFormLoadsInOdk(Form form) throws XFormParser.ParseException, XPathSyntaxException {
    List<Map<String, String>> survey = sheets(form).get("survey");
    Map<String, String> paths = paths(survey);
    StringBuilder instance = new StringBuilder();
    StringBuilder binds = new StringBuilder();
    StringBuilder body = new StringBuilder();
    List<String> open = new ArrayList<>();
    int expressions = 0;
    for (Map<String, String> row : survey) {
      String type = row.get("type");
      if (type.startsWith("end_")) {
        String name = open.remove(open.size() - 1);
        instance.append("</").append(name).append(">");
        body.append(type.equals("end_repeat") ? "</repeat></group>" : "</group>");
        continue;
      }
      String path = paths.get(row.get("name"));
      binds.append("<bind nodeset='").append(path).append("'");
      expressions += bind(binds, row, "relevant", "relevant", paths);
      expressions += bind(binds, row, "constraint", "constraint", paths);
      expressions += bind(binds, row, "calculation", "calculate", paths);
      expressions += bind(binds, row, "required", "required", paths);
      binds.append("/>");
      if (type.startsWith("begin_")) {
        open.add(row.get("name"));
        instance.append("<").append(row.get("name")).append(">");
        body.append("<group ref='").append(path).append("'>");
        body.append(type.equals("begin_repeat") ? "<repeat nodeset='" + path + "'>" : "");
      } else {
        instance.append("<").append(row.get("name")).append("/>");
        body.append(type.equals("calculate") ? "" : "<input ref='" + path + "'/>");
        if (row.containsKey("choice_filter")) {
          XPathParseTool.parseXPath(xpath(row.get("choice_filter"), paths));
        }
      }
    }
    FormDef loaded = load(instance, binds, body);
    loaded.initialize(true, new InstanceInitializationFactory());
    assertEquals(form.sections().size(), loaded.getChildren().size());
    assertTrue(expressions > 0 || form.questions().size() < 3, "no expression was seen");
  }

  private static Map<String, String> paths(List<Map<String, String>> survey) {
    Map<String, String> paths = new HashMap<>();
    List<String> open = new ArrayList<>();
    for (Map<String, String> row : survey) {
      if (row.get("type").startsWith("end_")) {
        open.remove(open.size() - 1);
      } else {
        String above = open.isEmpty() ? "/data" : paths.get(open.get(open.size() - 1));
        paths.put(row.get("name"), above + "/" + row.get("name"));
        if (row.get("type").startsWith("begin_")) {
          open.add(row.get("name"));
        }
      }
    }
    return paths;
  }

  private static int bind(
      StringBuilder binds,
      Map<String, String> row,
      String column,
      String attribute,
      Map<String, String> paths) {
    String source = row.get(column);
    if (source == null) {
      return 0;
    }
    String xpath = source.equals("yes") ? "true()" : xpath(source, paths);
    binds.append(" ").append(attribute).append("=\"").append(escaped(xpath)).append("\"");
    return 1;
  }

  private static String xpath(String source, Map<String, String> paths) {
    Matcher matcher = REFERENCE.matcher(source);
    return matcher.replaceAll(
        found -> {
          assertTrue(paths.containsKey(found.group(1)), found.group(1) + " is no question");
          return Matcher.quoteReplacement(" " + paths.get(found.group(1)) + " ");
        });
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  private static FormDef load(CharSequence instance, CharSequence binds, CharSequence body)
      throws XFormParser.ParseException {
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
    return XFormUtils.getFormFromInputStream(
        new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }
}
