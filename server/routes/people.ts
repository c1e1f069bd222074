import { Router } from 'express'
import { z } from 'zod'
import { printedNames } from '../../corpus/store/people.ts'
import { notFound } from '../errors.ts'
import { generationOf } from '../middleware/generationLease.ts'
import { readParameters } from '../parameters.ts'
import { PATHS } from '../paths.ts'
import { presentPeople, presentPerson } from '../presenters/profiles/personPages.ts'
import {
  presentPeopleList,
  presentPersonProfile,
  presentRoleList,
  presentRoleProfile,
} from '../presenters/profiles/profileJson.ts'
import { presentRole, presentRoles } from '../presenters/profiles/rolePages.ts'
import type { PersonProfile, Profiles, RoleProfile } from '../profiles/profiles.ts'

const noParameters = z.strictObject({})

/** People and the roles that they held, for readers and for programs. */
export function peopleRoutes(baseUrl: string): Router {
  const router = Router()

  router.get(PATHS.people, (_request, response) => {
    response.render('people.njk', presentPeople(generationOf(response)))
  })

  router.get(PATHS.person, async (request, response) => {
    const generation = generationOf(response)
    const person = personOf(generation.profiles, request.params.id)
    const names = await printedNames(generation.db, person.id)
    response.render('person.njk', await presentPerson(person, names, generation))
  })

  router.get(PATHS.roles, (_request, response) => {
    response.render('roles.njk', presentRoles(generationOf(response)))
  })

  router.get(PATHS.role, async (request, response) => {
    const generation = generationOf(response)
    response.render('role.njk', await presentRole(roleOf(generation.profiles, request.params.id), generation))
  })

  router.get(PATHS.apiPeople, (request, response) => {
    readParameters(noParameters, request.query)
    response.json(presentPeopleList(generationOf(response), baseUrl))
  })

  router.get(PATHS.apiPerson, async (request, response) => {
    readParameters(noParameters, request.query)
    const { db, profiles } = generationOf(response)
    const person = personOf(profiles, request.params.id)
    response.json(presentPersonProfile(person, await printedNames(db, person.id), baseUrl))
  })

  router.get(PATHS.apiRoles, (request, response) => {
    readParameters(noParameters, request.query)
    response.json(presentRoleList(generationOf(response), baseUrl))
  })

  router.get(PATHS.apiRole, (request, response) => {
    readParameters(noParameters, request.query)
    const { profiles } = generationOf(response)
    response.json(presentRoleProfile(roleOf(profiles, request.params.id), baseUrl))
  })

  return router
}

/** @throws RequestError (404) */
function personOf({ peopleById }: Profiles, id: string): PersonProfile {
  const person = peopleById.get(id)
  if (!person) throw notFound('person of this id')
  return person
}

/** @throws RequestError (404) */
function roleOf({ rolesById }: Profiles, id: string): RoleProfile {
  const role = rolesById.get(id)
  if (!role) throw notFound('role of this id')
  return role
}
