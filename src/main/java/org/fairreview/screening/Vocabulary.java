package org.fairreview.screening;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;

/** All words that any rule looks for, found in one pass over a text, and the groups that they belong to. */
final class Vocabulary {

    /** Receives a word's place in a normalised text. */
    interface Sink {
        void found(int word, int start, int end);
    }

    private final Map<String, Integer> words = new LinkedHashMap<>();
    private final Map<List<Integer>, Integer> groups = new LinkedHashMap<>();
    private final List<int[]> members = new ArrayList<>();
    private int[][] groupsOfWord = {};
    private AhoCorasickDoubleArrayTrie<Integer> trie = new AhoCorasickDoubleArrayTrie<>();

    /** The number of a word that no text holds as such: a kind of place, or a term that a text defines. */
    int pseudoWord(String name) {
        String key = "<" + name + ">";
        Integer known = words.putIfAbsent(key, words.size());
        return known == null ? words.size() - 1 : known;
    }

    /** The number of a group, the same for the same words. */
    int group(SortedSet<String> normalWords) {
        List<Integer> ids = new ArrayList<>();
        for (String word : normalWords) {
            Integer known = words.get(word);
            if (known == null) {
                known = words.size();
                words.put(word, known);
            }
            ids.add(known);
        }
        Integer group = groups.get(ids);
        if (group == null) {
            group = groups.size();
            groups.put(ids, group);
            members.add(ids.stream().mapToInt(Integer::intValue).toArray());
        }
        return group;
    }

    int[] members(int group) {
        return members.get(group);
    }

    String[] words() {
        return words.keySet().toArray(String[]::new);
    }

    int[] groupsOf(int word) {
        return groupsOfWord[word];
    }

    /** How often chance alone would bring a word of each group: long words are rare, many words are not. */
    double[] commonness() {
        int[] lengths = words.keySet().stream().mapToInt(String::length).toArray();
        double[] commonness = new double[members.size()];
        for (int group = 0; group < commonness.length; group++) {
            for (int word : members.get(group)) {
                commonness[group] += Math.pow(30, -lengths[word]);
            }
        }
        return commonness;
    }

    /** Ends the gathering of words; only then can they be found. */
    void close() {
        List<List<Integer>> of = new ArrayList<>();
        words.forEach((word, id) -> of.add(new ArrayList<>(2)));
        for (int group = 0; group < members.size(); group++) {
            for (int word : members.get(group)) {
                of.get(word).add(group);
            }
        }
        groupsOfWord = of.stream()
                .map(ids -> ids.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        Map<String, Integer> literal = new TreeMap<>();
        words.forEach((word, id) -> {
            if (word.charAt(0) != '<') {
                literal.put(word, id);
            }
        });
        trie = new AhoCorasickDoubleArrayTrie<>();
        trie.build(literal);
    }

    int size() {
        return words.size();
    }

    void find(NormalText text, Sink sink) {
        trie.parseText(text.chars(), (AhoCorasickDoubleArrayTrie.IHit<Integer>)
                (start, end, word) -> sink.found(word, start, end));
    }
}
