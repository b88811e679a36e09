//! Packets through the relay, and calls without any.

use std::{net::SocketAddr, time::Duration};

use cordboard_telephony::{Fact, Side};
use tokio::{net::UdpSocket, time::timeout};

use crate::{
    calls::{answered, phone},
    client::{Client, cseq, sdp},
    pbx::{PATIENCE, Pbx},
};

/// A device's audio socket.
struct Audio(UdpSocket);

impl Audio {
    async fn new() -> Self {
        Self(UdpSocket::bind("127.0.0.1:0").await.expect("a port"))
    }

    fn address(&self) -> SocketAddr {
        self.0.local_addr().expect("an address")
    }

    /// Sends one RTP packet with this payload to where a description says.
    async fn send(&self, payload: u8, description: &str) {
        let media = description.lines().find_map(|line| line.strip_prefix("m=audio ")).expect("audio");
        let port: u16 = media.split(' ').next().and_then(|port| port.parse().ok()).expect("a port");
        let packet = [0x80, 8, 0, 1, 0, 0, 0, 0, 0, 0, 0, 7, payload];
        self.0.send_to(&packet, ("127.0.0.1", port)).await.expect("sent");
    }

    async fn payload(&self) -> u8 {
        let mut buffer = [0; 64];
        let length =
            timeout(PATIENCE, self.0.recv(&mut buffer)).await.expect("a packet comes").expect("received");
        buffer[length - 1]
    }
}

#[tokio::test]
async fn sound_flows_both_ways_stops_on_hold_and_comes_back() {
    let pbx = Pbx::start(&["201", "202"]).await;
    let (mut a, b) = (phone(&pbx, "201").await, phone(&pbx, "202").await);
    let (at_a, at_b) = (Audio::new().await, Audio::new().await);
    let (invite, _) = a.call("202", &sdp(at_a.address())).await;
    let incoming = b.request("INVITE").await;
    b.respond(&incoming, "200 OK", "", &sdp(at_b.address())).await;
    let ok = a.response(200).await;
    a.send(&a.in_dialog("ACK", &ok, cseq(&invite), "")).await;
    b.request("ACK").await;
    at_a.send(1, ok.body()).await;
    at_b.send(2, incoming.body()).await;
    assert_eq!((at_b.payload().await, at_a.payload().await), (1, 2));
    // The old way to hold: an address nothing can be sent to.
    let held = sdp(at_a.address()).replace("c=IN IP4 127.0.0.1", "c=IN IP4 0.0.0.0");
    for (n, offer, sent) in [(70, held, 3), (71, sdp(at_a.address()), 4)] {
        a.send(&a.in_dialog("INVITE", &ok, n, &offer)).await;
        let asked = b.request("INVITE").await;
        b.respond(&asked, "200 OK", "", &sdp(at_b.address())).await;
        a.response(200).await;
        a.send(&a.in_dialog("ACK", &ok, n, "")).await;
        b.request("ACK").await;
        at_b.send(sent, incoming.body()).await;
        // So that the packet has been through the relay before the next description.
        at_a.send(sent, ok.body()).await;
        assert_eq!(at_b.payload().await, sent);
    }
    assert_eq!(at_a.payload().await, 4, "what came during hold was not passed on");
    a.send(&a.in_dialog("BYE", &ok, 72, "")).await;
    let bye = b.request("BYE").await;
    b.respond(&bye, "200 OK", "", "").await;
    pbx.quiet().await;
}

#[tokio::test]
async fn a_phone_behind_address_translation_is_reached_and_heard() {
    let pbx = Pbx::start(&["201", "202"]).await;
    let mut a = Client::new(&pbx, pbx.account("201")).await;
    let mut b = Client::new(&pbx, pbx.account("202")).await;
    for phone in [&mut a, &mut b] {
        phone.believed = SocketAddr::from(([10, 255, 255, 1], 5060));
        assert_eq!(phone.register(600).await.status(), 200);
    }
    let (at_a, at_b) = (Audio::new().await, Audio::new().await);
    let behind = sdp(SocketAddr::from(([10, 255, 255, 1], 4000)));
    let (invite, _) = a.call("202", &behind).await;
    let incoming = b.request("INVITE").await;
    assert!(incoming.0.starts_with("INVITE sip:202@10.255.255.1:5060 "), "its own Contact: {}", incoming.0);
    b.respond(&incoming, "200 OK", "", &behind).await;
    let ok = a.response(200).await;
    a.send(&a.in_dialog("ACK", &ok, cseq(&invite), "")).await;
    b.request("ACK").await;
    // The first packet tells where each is; it may be lost, the answer to it is not.
    at_a.send(1, ok.body()).await;
    at_b.send(2, incoming.body()).await;
    assert_eq!(at_a.payload().await, 2);
    at_a.send(3, ok.body()).await;
    loop {
        if at_b.payload().await == 3 {
            break;
        }
    }
    b.send(&b.in_dialog_as_callee("BYE", &incoming, 1, "")).await;
    b.response(200).await;
    let bye = a.request("BYE").await;
    a.respond(&bye, "200 OK", "", "").await;
    pbx.quiet().await;
}

#[tokio::test]
async fn a_call_whose_phones_are_gone_ends_by_itself() {
    let mut pbx = Pbx::with(&["201", "202"], |settings| settings.silence = Duration::from_millis(200)).await;
    let (mut a, b) = (phone(&pbx, "201").await, phone(&pbx, "202").await);
    let (_, _, _) = answered(&mut a, &b, "202").await;
    let mut silent = Vec::new();
    for _ in 0..2 {
        let side = |fact| match fact {
            Fact::CallSilent { side, .. } => Some(side),
            _ => None,
        };
        silent.push(pbx.fact("a silent side", side).await);
    }
    assert_eq!(silent, [Side::Caller, Side::Callee]);
    // One still knows the call, the other was switched off and on again.
    let (of_a, of_b) = (a.request("OPTIONS").await, b.request("OPTIONS").await);
    a.respond(&of_a, "200 OK", "", "").await;
    b.respond(&of_b, "481 Call/Transaction Does Not Exist", "", "").await;
    for phone in [&a, &b] {
        let bye = phone.request("BYE").await;
        phone.respond(&bye, "200 OK", "", "").await;
    }
    assert_eq!(pbx.call_ended().await.ended_by, Some(Side::Agent));
    pbx.quiet().await;
}
