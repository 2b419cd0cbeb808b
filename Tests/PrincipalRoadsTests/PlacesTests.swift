import Geography
import PrincipalRoads
import TabularText
import TestSupport
import Testing

/// Places and the roads through them, as the press and lists of places have them.
@Suite struct PlacesTests {
  private static let postcodes = RealData.path("belgium/postcodes.csv")

  /// The list is without a header: postcode, place, longitude, latitude. Some of its places are the
  /// middle of the fields and not the church, up to 1.6 km away.
  @Test(.enabled(if: postcodes != nil, "needs the real data (ANTENNE_DATA)"))
  func villagesLieWhereTheListOfPostcodesHasThem() throws {
    let table = try Table.read(try #require(Self.postcodes))
    var places: [String: [Coordinate]] = [:]
    for row in table.rows {
      guard let longitude = Double(row.cells[2]), let latitude = Double(row.cells[3]) else {
        continue
      }
      places[row.cells[1].lowercased(), default: []].append(
        Coordinate(latitude: latitude, longitude: longitude))
    }
    var compared = 0
    for village in try PrincipalRoads().nodes where village.kind == .village {
      let distances = (places[village.name.lowercased()] ?? []).map {
        $0.distanceMeters(to: village.coordinate)
      }
      guard let distance = distances.min() else { continue }
      compared += 1
      #expect(distance < 2_000, "\(village.identifier): \(distance) m")
    }
    #expect(compared > 40)
  }

  /// Exit 11 of the E411 is Gembloux and Jodoigne, on the N29; the N27 goes by Péronnes to Binche, the
  /// N59 by Morlanwelz to Anderlues, the N46 by Burst and Borsbeke to Zottegem, the N127 by Veerle.
  @Test(arguments: [
    ("N29", ["jodoigne", "a4-11", "nis-92142"]),
    ("N27", ["nis-58001", "peronnes-lez-binche", "nis-58002"]),
    ("N59", ["nis-55086", "morlanwelz", "anderlues"]),
    ("N46", ["a10-18", "burst", "borsbeke", "nis-41081"]),
    ("N127", ["nis-24020", "veerle", "nis-13008"]),
  ])
  func roadsGoByThePlacesThatTheyGoBy(number: String, places: [String]) throws {
    let ways = try PrincipalRoads().ways.filter { $0.tags["ref"] == number }
    #expect(Set(places).subtracting(ways.flatMap(\.nodes)).isEmpty)
  }
}
