//! The server and a site's agent: the real listener, the real agent, a wire that can be cut between them, and a
//! telephony core without sockets.

mod bench;
mod confirmation;
mod proxy;
mod raw;

use std::collections::BTreeSet;

use cordboard_agent::{enrol::EnrolError, identity::DataDir, status::status};
use cordboard_agent_protocol::ItemKey;
use cordboard_domain::status::Status;
use cordboard_server::services::{self, publish};
use cordboard_store::{PageRequest, registrations::RegistrationFilter, targets::Target};
use cordboard_telephony::Fact;
use cordboard_types::{CallLock, Timestamp};
use md5::{Digest, Md5};

use bench::{Bench, call, fact_of};
use proxy::Mode;

#[tokio::test(flavor = "multi_thread")]
async fn an_agent_enrols_pulls_applies_and_the_site_is_confirmed() {
    Bench::on_each(async |bench| {
        bench.publish().await;
        let agent = bench.agent().await;
        let config = agent.config(|config| config.lines.len() == 1).await;
        let own = config.credential_of_user("201").unwrap();
        let password = bench.password(own.id).await;
        let expected = Md5::digest(format!("201:{}:{password}", config.realm));
        assert_eq!(own.ha1_md5.expose(), hex::encode(expected));

        let target = Target::Site(bench.site);
        bench
            .eventually(async |tenant| {
                tenant.target_facts(target).await.unwrap().0.facts.status().0 == Status::Confirmed
            })
            .await;
        bench
            .eventually(async |tenant| {
                let site = tenant.site(bench.site).await.unwrap();
                site.endpoint()
                    .is_some_and(|endpoint| endpoint.host.as_str() == "10.0.0.5" && endpoint.port == 5070)
            })
            .await;
        agent.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_is_good_once_and_every_refusal_is_the_same() {
    Bench::on_each(async |bench| {
        let token = bench.token().await;
        let first = tempfile::tempdir().unwrap();
        bench.enrol(first.path(), &token).await.unwrap();
        for token in [token.as_str(), "unknown", ""] {
            let folder = tempfile::tempdir().unwrap();
            let refused = bench.enrol(folder.path(), token).await;
            assert!(matches!(refused, Err(EnrolError::Token)), "{token}: {refused:?}");
            assert!(DataDir::open(folder.path()).unwrap().identity().is_err(), "nothing was written");
        }
        let again = bench.enrol(first.path(), &bench.token().await).await;
        assert!(matches!(again, Err(EnrolError::Already(_))), "{again:?}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn tokens_cannot_be_guessed_without_end() {
    Bench::on_each(async |bench| {
        let mut statuses = Vec::new();
        for _ in 0..12 {
            statuses.push(raw::enrol(&bench, "guess").await.status().as_u16());
        }
        assert_eq!(statuses[..10], [401; 10]);
        assert_eq!(statuses[10..], [429; 2]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rotated_password_reaches_the_agent_without_a_release() {
    Bench::on_each(async |bench| {
        bench.publish().await;
        let agent = bench.agent().await;
        let before = agent.config(|config| config.lines.len() == 1).await;
        let number = bench.release_number().await;
        let tenant = bench.state.store.write(bench.tenant).await.unwrap();
        services::users::rotate(&tenant, &bench.actor(), before.lines[0].id).await.unwrap();
        tenant.commit().await.unwrap();
        let after = agent.config(|config| config.credentials[0].version == 2).await;
        assert_ne!(after.credentials[0].ha1_sha256, before.credentials[0].ha1_sha256);
        assert_eq!(bench.release_number().await, number, "the same release under the next sequence");
        agent.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_user_reaches_the_agent_with_the_next_publish() {
    Bench::on_each(async |bench| {
        bench.publish().await;
        let agent = bench.agent().await;
        agent.config(|config| config.lines.len() == 1).await;
        bench.user("202").await;
        bench.publish().await;
        let config = agent.config(|config| config.lines.len() == 2).await;
        assert!(config.line_of_extension("202").is_some());
        agent.stop().await;
    })
    .await;
}

// proves A-076
#[tokio::test(flavor = "multi_thread")]
async fn registrations_come_go_and_are_put_right_after_an_outage() {
    Bench::on_each(async |bench| {
        bench.publish().await;
        let agent = bench.agent().await;
        let config = agent.config(|config| config.lines.len() == 1).await;
        let stays = fact_of(&config, "sip:201@10.0.0.7:5060");
        let goes = fact_of(&config, "sip:201@10.0.0.8:5060");
        for registration in [&stays, &goes] {
            agent.tell(Fact::Registered(registration.clone())).await;
        }
        let contacts = async || {
            let tenant = bench.state.store.read(bench.tenant).await.unwrap();
            let page = PageRequest::default();
            let page = tenant.registrations(RegistrationFilter::default(), &page).await.unwrap();
            page.items.into_iter().map(|row| (row.extension.to_string(), row.contact)).collect::<Vec<_>>()
        };
        bench.eventually(async |_| contacts().await.len() == 2).await;

        // The agent restarts without a word; the core remembers one registration and not the other.
        bench.proxy.set(Mode::Cut);
        agent.core.registrations.lock().unwrap().push(stays);
        let agent = agent.restart().await;
        bench.proxy.set(Mode::Through);
        bench.eventually(async |_| contacts().await.len() == 1).await;
        assert_eq!(contacts().await, [("201".to_owned(), "sip:201@10.0.0.7:5060".to_owned())]);
        agent.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_call_arrives_exactly_once_whatever_the_wire_does() {
    Bench::on_each(async |bench| {
        bench.publish().await;
        let agent = bench.agent().await;
        let config = agent.config(|config| config.lines.len() == 1).await;
        let mut made = BTreeSet::new();
        let mut make = async |agent: &bench::Running, count: i64| {
            for at in 0..count {
                let record = call(&config, Timestamp(1_700_000_000_000 + at));
                made.insert(record.id);
                agent.tell(Fact::CallEnded(record)).await;
            }
        };
        let arrived =
            async |count: usize| bench.eventually(async |_| bench.calls().await.len() >= count).await;

        make(&agent, 20).await;
        arrived(20).await;
        // The server takes what comes over the open connection, its answer is lost.
        bench.proxy.set(Mode::LoseAnswers);
        make(&agent, 30).await;
        bench.proxy.loss().await;
        // Nothing gets through; the agent is stopped and started meanwhile, and calls go on.
        bench.proxy.set(Mode::Cut);
        make(&agent, 250).await;
        let agent = agent.restart().await;
        agent.config(|config| config.lines.len() == 1).await;
        make(&agent, 10).await;
        bench.proxy.set(Mode::Through);
        arrived(310).await;

        let data = agent.stop().await;
        let found = bench.calls().await;
        assert_eq!(found.len(), 310);
        assert_eq!(found.into_iter().collect::<BTreeSet<_>>(), made);
        assert_eq!(
            status(&DataDir::open(data.path()).unwrap()).unwrap().waiting,
            0,
            "nothing is sent for ever"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_report_sent_again_has_no_second_effect() {
    Bench::on_each(async |bench| {
        bench.publish().await;
        let agent = raw::Agent::enrol(&bench).await;
        agent.a_report_sent_again_has_no_second_effect(&bench).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_agent_speaks_for_its_own_site_only() {
    Bench::on_each(async |bench| {
        bench.publish().await;
        let agent = raw::Agent::enrol(&bench).await;
        agent.what_is_not_its_sites_is_dropped(&bench).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refusal_fails_the_newest_document_only() {
    Bench::on_each(async |bench| {
        bench.publish().await;
        let agent = raw::Agent::enrol(&bench).await;
        agent.a_refusal_fails_the_newest_document_only(&bench).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_good_assertion_nothing_is_answered() {
    Bench::on_each(async |bench| {
        bench.publish().await;
        let agent = raw::Agent::enrol(&bench).await;
        agent.only_a_good_assertion_counts(&bench).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_poll_waits_for_news() {
    Bench::on_each(async |bench| {
        bench.publish().await;
        let agent = raw::Agent::enrol(&bench).await;
        agent.a_long_poll_waits_for_news(&bench).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_signing_key_is_followed_and_a_document_is_sealed_for_one_agent() {
    Bench::on_each(async |bench| {
        bench.publish().await;
        let agent = bench.agent().await;
        agent.config(|config| config.lines.len() == 1).await;
        cordboard_server::agents::signing::rotate(&bench.state.store).await.unwrap();
        bench.user("202").await;
        bench.publish().await;
        agent.config(|config| config.lines.len() == 2).await;
        agent.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_user_who_is_gone_is_shut_out_before_the_next_publish() {
    Bench::on_each(async |bench| {
        bench.publish().await;
        let agent = bench.agent().await;
        let before = agent.config(|config| config.lines.len() == 1).await;
        let tenant = bench.state.store.write(bench.tenant).await.unwrap();
        let user = tenant.users(&PageRequest::default()).await.unwrap().items.pop().unwrap();
        services::users::delete(&tenant, &bench.actor(), user.id, user.version).await.unwrap();
        tenant.commit().await.unwrap();
        let after = agent.config(|config| config.credentials[0].version == 0).await;
        assert_ne!(after.credentials[0].ha1_md5, before.credentials[0].ha1_md5, "nobody knows the new one");
        publish::publish(&bench.state, bench.tenant, &bench.actor(), None).await.unwrap();
        agent.config(|config| config.lines.is_empty()).await;
        agent.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn site_state_goes_both_ways() {
    Bench::on_each(async |bench| {
        bench.publish().await;
        let agent = bench.agent().await;
        agent.config(|config| config.lines.len() == 1).await;
        let key = ItemKey { owner_kind: "line".into(), owner: "201".into(), name: "do-not-disturb".into() };
        let there = async |value: bool| {
            bench
                .eventually(async |tenant| {
                    let item = tenant.state_item(bench.site, &key).await.unwrap();
                    item.is_some_and(|item| item.value == value)
                })
                .await;
        };
        agent.state().change(key.clone(), true.into(), Timestamp(1)).unwrap();
        there(true).await;
        let tenant = bench.state.store.write(bench.tenant).await.unwrap();
        tenant.change_state(bench.site, key.clone(), false.into()).await.unwrap();
        tenant.commit().await.unwrap();
        agent.eventually(|state| state.get(&key).is_some_and(|item| item.value == false)).await;

        // Apart, both change it; the agent twice, so the agent's wins on both sides.
        bench.proxy.set(Mode::Cut);
        let tenant = bench.state.store.write(bench.tenant).await.unwrap();
        tenant.change_state(bench.site, key.clone(), "cloud".into()).await.unwrap();
        tenant.commit().await.unwrap();
        for value in [false, true] {
            agent.state().change(key.clone(), value.into(), Timestamp(2)).unwrap();
        }
        bench.proxy.set(Mode::Through);
        there(true).await;
        assert_eq!(agent.state().get(&key).unwrap().value, true);
        agent.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_suspension_locks_the_sites_calls_at_once() {
    Bench::on_each(async |bench| {
        bench.publish().await;
        let agent = bench.agent().await;
        agent.config(|config| config.lines.len() == 1 && !config.internal_only).await;
        let number = bench.release_number().await;
        for (calls, locked) in [(CallLock::InternalOnly, true), (CallLock::PhonesWork, false)] {
            let tenant = bench.state.store.write(bench.tenant).await.unwrap();
            tenant.suspend(calls, "", "test").await.unwrap();
            tenant.commit().await.unwrap();
            let config = agent.config(|config| config.internal_only == locked).await;
            assert!(config.emergency_numbers.contains(&"112".to_owned()));
        }
        assert_eq!(bench.release_number().await, number, "no release is made of it");
        agent.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_agent_of_a_closed_customer_is_refused() {
    Bench::on_each(async |bench| {
        bench.publish().await;
        let agent = raw::Agent::enrol(&bench).await;
        agent.is_known(true).await;
        let tenant = bench.state.store.write(bench.tenant).await.unwrap();
        tenant.close("test", bench.state.store.now().plus(1_000_000)).await.unwrap();
        tenant.commit().await.unwrap();
        agent.is_known(false).await;
        let tenant = bench.state.store.write(bench.tenant).await.unwrap();
        tenant.activate("test").await.unwrap();
        tenant.commit().await.unwrap();
        agent.is_known(true).await;
    })
    .await;
}
