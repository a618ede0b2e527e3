package org.infostate.scoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The hierarchy of an index as arrays, by position of the element in it. */
final class Tree {

  final Element[] elements;
  final List<String> codes;
  final int[] parent;
  final int[][] children;

  /** 1 for indicators, above them one more than the highest child. */
  final int[] level;

  final int[] indicators;

  /** The aggregates, each after all that stand below it. */
  final int[] aggregates;

  final int root;
  private final Map<String, Integer> position = new HashMap<>();

  Tree(Index index) {
    elements = index.elements().toArray(Element[]::new);
    int n = elements.length;
    codes = index.elements().stream().map(Element::code).toList();
    parent = new int[n];
    level = new int[n];
    children = new int[n][];
    for (int i = 0; i < n; i++) {
      position.put(elements[i].code(), i);
    }
    List<List<Integer>> below = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      below.add(new ArrayList<>());
    }
    int top = -1;
    for (int i = 0; i < n; i++) {
      String above = elements[i].parent();
      parent[i] = above == null ? -1 : position.get(above);
      if (above == null) {
        top = i;
      } else {
        below.get(parent[i]).add(i);
      }
    }
    root = top;
    List<Integer> leaves = new ArrayList<>();
    List<Integer> nodes = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      children[i] = below.get(i).stream().mapToInt(Integer::intValue).toArray();
      if (children[i].length == 0) {
        leaves.add(i);
      }
    }
    climb(root, nodes);
    indicators = leaves.stream().mapToInt(Integer::intValue).toArray();
    aggregates = nodes.stream().mapToInt(Integer::intValue).toArray();
  }

  private int climb(int node, List<Integer> nodes) {
    int highest = 0;
    for (int child : children[node]) {
      highest = Math.max(highest, climb(child, nodes));
    }
    if (children[node].length > 0) {
      nodes.add(node);
    }
    level[node] = highest + 1;
    return level[node];
  }

  /** The share of an element among the children of its parent. */
  double share(double[] weights, int element) {
    if (element == root) {
      return 1;
    }
    double sum = 0;
    for (int sibling : children[parent[element]]) {
      sum += weights[sibling];
    }
    return sum == 0 ? 0 : weights[element] / sum;
  }

  /** The product of the shares up to the top. */
  double ofWhole(double[] weights, int element) {
    double product = 1;
    for (int at = element; at >= 0; at = parent[at]) {
      product *= share(weights, at);
    }
    return product;
  }

  int position(String code) {
    return position.getOrDefault(code, -1);
  }
}
