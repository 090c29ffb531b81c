package org.fairreview.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The forms by which digests are the same everywhere. */
class CanonicalJsonTests {

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void names_are_sorted_by_utf_16_units_and_texts_escaped_as_rfc_8785_has_it() throws Exception {
        assertThat(
                        canonical(
                                "{\"\\u20ac\":\"€\",\"\\r\":1,\"\\ufb33\":2,\"1\":3,\"\\ud83d\\ude00\":4,\"\\u0080\":5,\"\\u00f6\":6}"))
                .isEqualTo("{\"\\r\":1,\"1\":3,\"\u0080\":5,\"ö\":6,\"€\":\"€\",\"😀\":4,\"\ufb33\":2}");
        assertThat(canonical("[ \"\\u0007\\b\\t\\n\\f\\r\\\"\\\\\\/\\u007f\", null, true, false, -12, {} , [ ] ]"))
                .isEqualTo("[\"\\u0007\\b\\t\\n\\f\\r\\\"\\\\/\u007f\",null,true,false,-12,{},[]]");
    }

    @Test
    void what_has_no_one_form_is_refused() {
        for (String refused :
                List.of("1.5", "9007199254740992", "123456789012345678901234567890", "\"\\ud83d\"", "\"\\ude00\"")) {
            assertThatThrownBy(() -> canonical(refused)).as(refused).isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** The test vectors of RFC 6962's reference implementation: roots over 0 to 8 leaves. */
    @Test
    void the_tree_is_that_of_rfc_6962() {
        List<String> inputs = List.of(
                "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");
        List<String> roots = List.of(
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
        List<byte[]> leaves = new ArrayList<>();
        assertThat(HexFormat.of().formatHex(MerkleTree.root(leaves))).isEqualTo(roots.get(0));
        for (int size = 1; size <= inputs.size(); size++) {
            leaves.add(MerkleTree.leaf(HexFormat.of().parseHex(inputs.get(size - 1))));
            byte[] root = MerkleTree.root(leaves);
            assertThat(HexFormat.of().formatHex(root)).isEqualTo(roots.get(size));
            for (int place = 0; place < size; place++) {
                List<byte[]> proof = MerkleTree.proof(leaves, place);
                assertThat(MerkleTree.rootOf(leaves.get(place), place, size, proof))
                        .hasValueSatisfying(found -> assertThat(found).isEqualTo(root));
            }
        }
    }

    private String canonical(String text) throws JsonProcessingException {
        return CanonicalJson.of(json.readTree(text));
    }
}
