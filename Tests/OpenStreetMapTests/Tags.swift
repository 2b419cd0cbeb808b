import OpenStreetMap
import StreetRouting
import TestSupport

/// One way `ab` with tags, built; `node` is a legend line more.
func street(_ tags: String, _ more: String = "") throws -> (forward: Passage, backward: Passage) {
  let map = try StreetMap("a-b-c\n\nabc: \(tags)\n\(more)")
  let graph = try map.build().graph
  return (map.passage("ac", in: graph), map.passage("ca", in: graph))
}

/// Rights as letters: F, B, C for yes, lower case for destination only, `p` after a bicycle that is
/// pushed.
func rights(_ passage: Passage) -> String {
  var text = ""
  for (right, letter) in [(StreetRight.foot, "F"), (.bicycle, "B"), (.car, "C")] {
    switch passage[right] {
    case .no: continue
    case .destination: text += letter.lowercased()
    case .yes: text += letter
    }
    if right == .bicycle, passage.bicyclePercent == Passage.pushed { text += "p" }
  }
  return text.isEmpty ? "-" : text
}

/// `forward/backward`.
func rights(_ tags: String) throws -> String {
  let passages = try street(tags)
  return rights(passages.forward) + "/" + rights(passages.backward)
}
