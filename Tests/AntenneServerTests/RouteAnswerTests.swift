import AntenneServer
import Foundation
import TestSupport
import Testing

/// Itineraries between any two places.
struct RouteAnswerTests {
  private static let pair = "from=50.8001,4.3&to=50.8301,4.3"

  @Test func anItineraryIsThatOfTheCommand() async throws {
    let server = try await SmallProject.server { $0.hasNetwork = true }
    let answer = try await server.client.get(
      "/api/v1/route?\(Self.pair)&arriveBy=08:40&date=2019-10-29")
    #expect(answer.status == 200, "\(answer.text)")
    let itineraries = try #require(try answer.json()["itineraries"] as? [[String: Any]])
    let legs = try #require(itineraries.first?["legs"] as? [[String: Any]])
    #expect(legs.map { $0["mode"] as? String } == ["walk", "ride", "walk"])
    #expect(legs[1]["departureSeconds"] as? Int == 8 * 3600)
    #expect(legs[1]["arrivalSeconds"] as? Int == 8 * 3600 + 20 * 60)
    let document = try await server.client.get("/api/v1/openapi.json").json()
    #expect(AnswerSchema(document).mistakes(try answer.json(), "Routes").isEmpty)
    let back = try await server.client.get(
      "/api/v1/route?from=50.8301,4.3&to=50.8001,4.3&departAt=16:45&date=2019-10-29")
    #expect(back.text.contains("\"departureSeconds\" : 61200"))
    // Where nothing runs any more there is no itinerary, which is an answer.
    let late = try await server.client.get(
      "/api/v1/route?\(Self.pair)&departAt=20:00&date=2019-10-29")
    #expect(late.status == 200)
    #expect((try late.json()["itineraries"] as? [Any])?.isEmpty == true)
  }

  @Test func aDateWithoutServiceIsToldAsTheCommandTellsIt() async throws {
    let server = try await SmallProject.server { $0.hasNetwork = true }
    let answer = try await server.client.get(
      "/api/v1/route?\(Self.pair)&arriveBy=08:40&date=2027-01-05")
    #expect(answer.status == 422)
    #expect(answer.code == "no_route")
    #expect(answer.text.contains("no service on 2027-01-05"))
  }

  @Test(
    "what is asked wrongly never reaches the program",
    arguments: [
      "", "from=1,2", "from=1,2&to=3,4", "from=1,2&to=3,4&arriveBy=25:99",
      "from=1,2&to=3,4&arriveBy=08:00&departAt=08:00", "from=95,2&to=3,4&arriveBy=08:00",
      "from=1&to=3,4&arriveBy=08:00", "from=1,2,3&to=3,4&arriveBy=08:00",
      "from=nan,2&to=3,4&arriveBy=08:00", "from=1,2&to=3,4&arriveBy=08:00&mode=--json",
      "from=1,2&to=3,4&arriveBy=08:00&date=--help", "from=1,2&to=3,4&arriveBy=--help",
    ])
  func wrong(query: String) async throws {
    let server = try await RunningServer { $0.routeArguments = ["--network", "none"] }
    let answer = try await server.client.get("/api/v1/route?\(query)")
    #expect(answer.status == 400)
    #expect(["invalid_parameter", "missing_parameter"].contains(answer.code))
  }

  @Test func withoutANetworkTheServerSaysHowToGiveOne() async throws {
    let server = try await RunningServer()
    let answer = try await server.client.get("/api/v1/route?\(Self.pair)&arriveBy=08:40")
    #expect(answer.status == 404)
    #expect(answer.code == "no_network")
  }
}
